"""The smallest PySide6 window: what the program's start is measured beside."""

import sys

from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

application = QApplication(sys.argv)
window = QMainWindow()
window.setCentralWidget(QLabel("工坊"))
window.resize(1366, 768)
window.show()
sys.exit(application.exec())
