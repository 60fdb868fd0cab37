"""Messages of the subject: enrolment and sync; ``held_…`` say why a change waits, at its field."""

from app.domain.messages.text import Text

TEXTS: dict[str, Text] = {
    "slip_unreadable": Text(
        "看不懂这张入网单:可能抄漏或抄错了字符。请从头再录一遍,或请县里重打一张入网单。",
        "This enrolment slip cannot be read: a character may be missing or wrong. Enter it again from the start, or "
        "ask the county for a new one.",
    ),
    "not_enrolled": Text(
        "这个工坊还没有在县服务器登记。请先用县里给的入网单登记。",
        "This workshop is not enrolled with a county server yet. Enrol it with the county's slip first.",
    ),
    "enroll_which_workshop": Text(
        "有 {count} 个工坊还没有登记,请指明为哪一个登记(--workshop)。",
        "{count} workshops are not enrolled yet: name the one to enrol (--workshop).",
    ),
    "sync_which_workshop": Text(
        "有 {count} 个已登记的工坊,请指明同步哪一个(--workshop)。",
        "{count} workshops are enrolled: name the one to sync (--workshop).",
    ),
    "server_unreachable": Text(
        "连不上县服务器 {url}:请看服务器是否开着、网线或网络是否通。记录都在本机,连上后会自动再送,不用重录。",
        "The county server {url} cannot be reached: see whether it is running, and whether cable or network is "
        "connected. All records are safe on this PC and will be sent once it answers.",
    ),
    "server_later": Text(
        "县服务器 {url} 现在忙({reason}),稍后会自动再送。",
        "The county server {url} is busy now ({reason}); sync will try again later.",
    ),
    "server_garbage": Text(
        "{url} 的答复不是县服务器的答复({reason}):可能是上网登录页或地址写错。本机记录没有变动,请检查网络和地址。",
        "What {url} answers is not a county server's answer ({reason}): a network log-in page or a wrong address, "
        "perhaps. Nothing was changed here; check network and address.",
    ),
    "server_refused": Text(
        "县服务器 {url} 没有接受:{reason}。",
        "The county server {url} refused: {reason}.",
    ),
    "server_not_encrypted": Text(
        "地址 {url} 没有加密,不能用来传送工人的资料。请用 https 地址,或请县里重打入网单。",
        "The address {url} is not encrypted and cannot carry workers' data. Use an https address, or ask the "
        "county for a new slip.",
    ),
    "server_not_the_county": Text(
        "{url} 出示的证书不是入网单上那个县的证书,没有传送任何内容。请与县里核对入网单上的指纹。",
        "The certificate shown by {url} is not that of the county on the slip; nothing was sent. Compare the slip's "
        "fingerprint with the county.",
    ),
    "batch_forged": Text(
        "县服务器转来的一批记录签名不符,没有采用。请告诉县里。",
        "A batch of records passed on by the county server is not signed by its device and was not taken. "
        "Tell the county.",
    ),
    "number_taken": Text(
        "县服务器多次答复本机编号已被占用。请稍后再试,再不行请告诉县里。",
        "The county server says again and again that this PC's number is taken. Try later; if it persists, "
        "tell the county.",
    ),
    "held_clock_leap": Text(
        "这条记录的序号远远超前,县里暂未采用。请告诉县里。",
        "This record's counter is far ahead of all others; the county has not taken it yet. Tell the county.",
    ),
    "held_not_writer": Text(
        "这项内容只能由县里填写。", "Only the county may write this.",
    ),
    "held_insert_only": Text(
        "已锁定的工资表不能再改,县里没有采用这条修改。",
        "A locked payroll cannot be changed; the county did not take this.",
    ),
    "held_id_taken": Text(
        "另一台电脑已用了同一个记录编号,这条记录需要重新编号。",
        "Another PC used the same record number; this record needs a new one.",
    ),
    "held_row_missing": Text(
        "所改的那条记录县里还没有收到,收到后自动采用。",
        "The record that was changed has not arrived yet; this is taken once it has.",
    ),
    "held_parent_missing": Text(
        "“{column}”所指的那条记录还没有收到,收到后自动采用。",
        "The record “{column}” refers to has not arrived yet; this is taken once it has.",
    ),
    "held_unknown_table": Text(
        "对方的程序版本不同,不认识这类记录,升级后自动采用。",
        "The other side's version does not know this kind of record; it is taken after an update.",
    ),
    "held_held_by_server": Text(
        "县里暂未采用这条别的电脑送来的记录。", "The county has not taken this record of another PC yet.",
    ),
    "held_unreadable": Text(
        "“{column}”里有无法传送的内容(例如特殊控制字符),请在原处重新填写。",
        "“{column}” holds something that cannot be sent (a control character, say). Enter it again.",
    ),
    "held_misshapen": Text(
        "这条记录不完整(“{column}”),县里没有采用。请在原处重新填写后再同步。",
        "This record is incomplete (“{column}”) and was not taken. Enter it again, then sync.",
    ),
    "demonstration_no_sync": Text(
        "这是示范工坊,里面不是真实的记录:不能入网,也不能上传。要入网,请打开自己的账本。",
        "This is the demonstration workshop, its records are not real: it cannot be enrolled and sends nothing. To "
        "enrol, open your own records.",
    ),
}  # fmt: skip
