"""Messages of the subject: the central server, as its operator sees them."""

from app.domain.messages.text import Text

TEXTS: dict[str, Text] = {
    "server_folder_unusable": Text(
        zh="数据文件夹“{folder}”不能使用:{reason}。请换一个文件夹,或改正其权限。",
        en="The data folder “{folder}” cannot be used: {reason}. Choose another, or mend its permissions.",
    ),
    "server_folder_busy": Text(
        zh="另一个服务器正在使用数据文件夹“{folder}”。请先停止它,或用 --data 指定另一个文件夹。",
        en="Another server is using the data folder “{folder}”. Stop it first, or name another folder with --data.",
    ),
    "server_no_account": Text(
        zh="PostgreSQL 不能以 root 身份运行,而本机没有可用的普通用户({names})。请建立其中一个,或以普通用户启动。",
        en="PostgreSQL does not run as root, and this machine has none of the users {names}. "
        "Create one of them, or start the server as an ordinary user.",
    ),
    "server_no_postgres": Text(
        zh="没有找到随程序附带的 PostgreSQL。请重新安装服务器程序,或用 --database-url 指定一个 PostgreSQL。",
        en="The PostgreSQL that comes with the program was not found. "
        "Install the server again, or name a PostgreSQL with --database-url.",
    ),
    "server_postgres_failed": Text(
        zh="内置 PostgreSQL 没有启动({program}):{words}。请查看数据文件夹 postgres 下的 postgres.log。",
        en="The embedded PostgreSQL did not start ({program}): {words}. See postgres/postgres.log in the data folder.",
    ),
    "server_database_unreachable": Text(
        zh="连接不上数据库 {where}:{reason}。请检查地址、密码和数据库是否在运行。",
        en="The database {where} cannot be reached: {reason}. Check address and password, and that it is running.",
    ),
    "server_database_newer": Text(
        zh="数据库的版本({found})比本程序新。请更新服务器程序。",
        en="The database is of a newer version ({found}) than this program. Update the server.",
    ),
    "server_port_taken": Text(
        zh="端口 {port}({host})已被其他程序占用。请用 --port 换一个端口,或停止占用它的程序。",
        en="Port {port} on {host} is in use by another program. Choose another with --port, or stop that program.",
    ),
    "server_address_unusable": Text(
        zh="不能在 {host}:{port} 上提供服务:{reason}。请用 --host 指定本机的一个地址。",
        en="The server cannot listen on {host}:{port}: {reason}. Name an address of this machine with --host.",
    ),
    "server_workshop_unknown": Text(
        zh="服务器上没有编号为 {workshop} 的工坊。请用 stats(不带 --workshop)查看有哪些工坊。",
        en="The server knows no workshop {workshop}. See stats without --workshop for those it has.",
    ),
    "server_region_unreadable": Text(
        zh="行政区划代码“{region}”应为 6 至 12 位数字。",
        en="The region code “{region}” must have 6 to 12 digits.",
    ),
    "server_name_missing": Text(zh="请用 --name 写明工坊名称。", en="Name the workshop with --name."),
    "server_backup_unreadable": Text(
        zh="备份文件“{file}”无法读取:{reason}。原有数据没有改动。",
        en="The backup “{file}” cannot be read: {reason}. The data that were there are unchanged.",
    ),
    "server_restore_occupied": Text(
        zh="数据文件夹“{folder}”里已有数据,没有恢复。请用 --data 指定一个空文件夹。",
        en="The data folder “{folder}” already holds data; nothing was restored. Name an empty folder with --data.",
    ),
    "code_mistyped": Text(
        zh="接入码“{typed}”有误:应为 12 位字母和数字,其中至少一位写错了。请对照凭条重新输入。",
        en="The code “{typed}” is not right: it has 12 letters and digits, and at least one is wrong. "
        "Type it again from the slip.",
    ),
}
