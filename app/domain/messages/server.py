"""Messages of the subject: the central server, as its operator sees them."""

from app.domain.messages.text import Text

TEXTS: dict[str, Text] = {
    "server_folder_unusable": Text(
        zh="数据文件夹“{folder}”不能使用:{reason}。请换一个文件夹,或改正其权限。",
        en="The data folder “{folder}” cannot be used: {reason}. Choose another, or mend its permissions.",
    ),
    "server_folder_open": Text(
        zh="文件夹“{folder}”除 root 外还有别人可以改动,不能从那里运行 PostgreSQL。请改为归 root 所有、只有 root 可写。",
        en="Others than root may change the folder “{folder}”: PostgreSQL is not run from there. "
        "Make root its owner, and let nobody else write into it.",
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
        zh="内置 PostgreSQL 没有启动。请查看数据文件夹 postgres 下的 postgres.log。技术信息:{program}:{words}",
        en="The embedded PostgreSQL did not start. See postgres/postgres.log in the data folder. "
        "Details: {program}: {words}",
    ),
    "server_database_unreachable": Text(
        zh="连接不上数据库 {where}。请检查地址和端口、用户名和密码,以及数据库是否在运行。技术信息:{reason}",
        en="The database {where} cannot be reached. Check address and port, user and password, and that it is running. "
        "Details: {reason}",
    ),
    "server_database_newer": Text(
        zh="数据库的版本({found})比本程序新。请更新服务器程序。",
        en="The database is of a newer version ({found}) than this program. Update the server.",
    ),
    "server_port_taken": Text(
        zh="端口 {port}({host})已被其他程序占用。请用 --port 换一个端口,或停止占用它的程序。",
        en="Port {port} on {host} is in use by another program. Choose another with --port, or stop that program.",
    ),
    "server_folder_needed": Text(
        zh="对外提供服务需要县级证书,请用 --data 指定存放证书的数据文件夹。",
        en="A server for other machines needs the county's certificates: name the data folder they lie in with --data.",
    ),
    "server_address_unusable": Text(
        zh="不能在 {host}:{port} 上提供服务。请用 --host 指定本机的一个地址。技术信息:{reason}",
        en="The server cannot listen on {host}:{port}. Name an address of this machine with --host. Details: {reason}",
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
        zh="备份文件“{file}”无法读取:它不是服务器的备份,或已损坏。原有数据没有改动。请换一份备份。技术信息:{reason}",
        en="The backup “{file}” cannot be read: it is no backup of the server, or damaged. "
        "The data that were there are unchanged. Take another backup. Details: {reason}",
    ),
    "server_backup_empty": Text(
        zh="文件“{file}”不是服务器的备份:里面没有数据库。原有数据没有改动。请换一份备份。",
        en="The file “{file}” is no backup of the server: it holds no database. "
        "The data that were there are unchanged. Take another backup.",
    ),
    "server_restore_failed": Text(
        zh="备份文件“{file}”没有恢复,什么都没有写入数据库:其中的数据库已损坏,或该用户不能在数据库中建表。"
        "请换一份备份,或核对用户的权限。技术信息:{reason}",
        en="The backup “{file}” was not restored, and nothing was written into the database: what it holds is damaged, "
        "or the user may not make tables. Take another backup, or check what the user may do. Details: {reason}",
    ),
    "server_backup_failed": Text(
        zh="没有备份成功,没有写出“{file}”。请检查数据库是否在运行、磁盘是否已满,然后再试。技术信息:{reason}",
        en="Nothing was backed up, and “{file}” was not written. Check that the database is running and the disk is "
        "not full, and try again. Details: {reason}",
    ),
    "server_restore_occupied": Text(
        zh="数据文件夹“{folder}”里已有数据,没有恢复。请用 --data 指定一个空文件夹。",
        en="The data folder “{folder}” already holds data; nothing was restored. Name an empty folder with --data.",
    ),
    "code_mistyped": Text(
        zh="接入码“{typed}”有误:应为 12 位字母和数字,其中至少一位写错了。请对照入网单重新输入。",
        en="The code “{typed}” is not right: it has 12 letters and digits, and at least one is wrong. "
        "Type it again from the slip.",
    ),
    "enroll_code_unknown": Text(
        zh="服务器不认识这个接入码。请对照入网单检查,或请县里重新发一张。",
        en="The server does not know this code. Compare it with the slip, or ask the county for a new one.",
    ),
    "enroll_code_used": Text(
        zh="这个接入码已被另一台电脑使用过。请向县里再要一张入网单。",
        en="This code was already used by another PC. Ask the county for another slip.",
    ),
    "enroll_code_expired": Text(
        zh="这个接入码已过期。请向县里再要一张入网单。", en="This code has expired. Ask the county for another slip."
    ),
    "enroll_place_empty": Text(
        zh="“{place}”还没有工坊登记,没有可加入的数据。请先在该工坊的电脑上建立工坊并登记。",
        en="No workshop has enrolled at “{place}” yet, so there is none to join. Create it on its own PC first.",
    ),
    "enroll_workshop_elsewhere": Text(
        zh="本工坊已登记为“{place}”,不能再登记为另一个。请联系县里。",
        en="This workshop is already enrolled as “{place}” and cannot be another as well. Ask the county.",
    ),
    "enroll_key_unknown": Text(
        zh="服务器不认识本机保存的工坊密钥。请用新的入网单登记。",
        en="The server does not know the workshop key kept on this PC. Enrol with a new slip.",
    ),
    "enroll_proof_wrong": Text(
        zh="登记请求的签名不符,服务器没有接受。请重试;若仍不行,请联系县里。",
        en="The signature of the enrolment does not fit, and the server refused it. Try again, else ask the county.",
    ),
    "device_unknown": Text(
        zh="服务器不认识这台电脑。请用入网单登记。", en="The server does not know this PC. Enrol it with a slip."
    ),
    "device_revoked": Text(
        zh="县里已停用这台电脑的同步。本机数据不受影响,请联系县里。",
        en="The county has stopped this PC from syncing. Its data here are untouched; ask the county.",
    ),
    "signature_wrong": Text(
        zh="同步请求的签名不符,服务器没有接受任何内容。",
        en="The signature of the request does not fit; the server took nothing of it.",
    ),
    "request_unreadable": Text(
        zh="服务器读不懂这个请求。请更新程序后重试。",
        en="The server cannot read this request. Update the program and retry.",
    ),
    "request_too_large": Text(
        zh="请求超过 {limit} 字节,服务器没有接受。",
        en="The request is larger than {limit} bytes; the server refused it.",
    ),
    "protocol_unknown": Text(
        zh="本机程序与服务器的同步协议不同(第 {version} 版)。请更新较旧的一方。",
        en="PC and server speak different versions of sync (here {version}). Update the older one.",
    ),
    "server_busy": Text(zh="服务器正忙,稍后会自动重试。", en="The server is busy; sync will try again later."),
    "server_fault": Text(
        zh="服务器出错,没有接受这次请求。请把编号 {reference} 告诉县里。",
        en="The server failed and took nothing of this request. Tell the county the reference {reference}.",
    ),
    "server_help": Text(zh="工坊县级服务器。", en="Gongfang's county server."),
    "server_help_data": Text(
        zh="数据文件夹,内含自带的 PostgreSQL", en="data folder, with a PostgreSQL of its own inside"
    ),
    "server_help_url": Text(zh="改用指定的 PostgreSQL", en="use this PostgreSQL instead"),
    "server_help_lang": Text(zh="语言:zh_CN 或 en", en="language: zh_CN or en"),
    "server_help_json": Text(zh="答复总是 JSON,此项可省", en="answers are JSON anyway"),
    "server_help_run": Text(zh="启动服务器", en="run the server"),
    "server_help_host": Text(zh="监听的地址(默认只限本机)", en="address to listen on (default: this machine only)"),
    "server_help_port": Text(zh="监听的端口", en="port to listen on"),
    "server_help_public": Text(zh="写在入网单上的服务器网址", en="the server's address as slips name it"),
    "server_help_migrate": Text(zh="建立或升级数据库", en="create or upgrade the database"),
    "server_help_code": Text(zh="为一个工坊开具接入码和入网单", en="make an enrolment code and slip for a workshop"),
    "server_help_name": Text(zh="工坊名称", en="the workshop's name"),
    "server_help_region": Text(zh="行政区划代码", en="its region code"),
    "server_help_stats": Text(zh="各表各月的合计,用于与电脑端核对", en="sums by table and month, to compare with a PC"),
    "server_help_workshop": Text(zh="只看一个工坊", en="one workshop only"),
    "server_help_backup": Text(zh="备份到一个文件", en="back up to one file"),
    "server_help_restore": Text(zh="从备份恢复到空的数据文件夹", en="restore a backup into an empty data folder"),
    "server_help_pack": Text(
        zh="规则包:add 下发到各工坊,sign 生成签名文件,key 生成公钥文件",
        en="rule packs: add sends one to the workshops, sign writes the signed file, key the county's key file",
    ),
    "server_help_pack_action": Text(zh="做什么", en="what to do"),
    "server_help_pack_file": Text(zh="规则包文件(key:要写的公钥文件)", en="the pack file (key: the key file to write)"),
    "server_help_pack_out": Text(zh="要写的签名文件(sign)", en="the signed file to write (sign)"),
    "server_pack_out_missing": Text(
        zh="请写明签名文件写到哪里:pack sign FILE OUT。", en="Name the signed file to write: pack sign FILE OUT."
    ),
    "server_help_file": Text(zh="备份文件", en="the backup file"),
    "server_help_where": Text(zh="请写明 --data DIR 或 --database-url URL", en="name --data DIR or --database-url URL"),
}
