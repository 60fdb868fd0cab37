"""Pictures as the QR decoder takes them."""

from PySide6.QtGui import QImage


class Picture:
    """A QImage as the decoder takes pictures."""

    def __init__(self, image: QImage) -> None:
        grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
        self.size = (grey.height(), grey.width())
        rows = [bytes(grey.constScanLine(y))[: grey.width()] for y in range(grey.height())]
        self.content = b"".join(rows)

    @property
    def __array_interface__(self) -> dict[str, object]:
        return {"shape": self.size, "typestr": "|u1", "data": self.content, "version": 3}
