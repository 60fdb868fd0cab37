"""Messages of the subject: people."""

from app.domain.messages.text import Text

TEXTS: dict[str, Text] = {
    "id_shape": Text(
        "身份证号应为18位(前17位数字,末位数字或X),现为{length}位或含有其他字符,请按证件重新填写",
        "An ID number has 18 characters (17 digits, then a digit or X); this one has {length} or other characters. "
        "Copy it again from the card",
    ),
    "id_date": Text(
        "身份证号中的出生日期{born}不存在,请按证件重新填写",
        "The date of birth {born} in the ID number does not exist. Copy it again from the card",
    ),
    "id_check_digit": Text(
        "身份证号的校验位不符,有一位写错了,请按证件重新填写",
        "The check digit of the ID number does not fit: one character is wrong. Copy it again from the card",
    ),
}
