"""Messages of the subject: storage (data folder, keys, backup)."""

from app.domain.messages.text import Text

_FILES: dict[str, Text] = {
    "file_failed": Text(
        "文件 {file} 不能读写(系统错误 {reason})。请换一个位置,检查权限或 U 盘,关掉正在打开它的程序。",
        "The file {file} cannot be read or written (system error {reason}). "
        "Choose another place, check permissions or the stick, close the program that has it open.",
    ),
    "file_missing": Text(
        "找不到文件 {file}。请核对路径和文件名。",
        "There is no file {file}. Check path and name.",
    ),
    "folder_missing": Text(
        "文件夹 {folder} 不存在,没有写入 {file}。请先建好文件夹,或换一个位置。",
        "There is no folder {folder}, so {file} was not written. Make the folder first, or choose another place.",
    ),
    "folder_is_file": Text(
        "{file} 的路径里有一段是文件,不是文件夹。请核对路径。",
        "A part of the path of {file} is a file, not a folder. Check the path.",
    ),
    "file_is_folder": Text(
        "{file} 是文件夹,不是文件。请给出文件夹里的一个文件名。",
        "{file} is a folder, not a file. Name a file in it.",
    ),
    "file_not_ordinary": Text(
        "{file} 不是普通文件(是设备、管道之类),不会替换它。请换一个文件名。",
        "{file} is no ordinary file but a device, a pipe or the like; it was not replaced. Choose another name.",
    ),
    "file_read_only": Text(
        "{file} 是只读文件,不会替换它。请换一个文件名,或先取消它的只读。",
        "{file} is read-only and was not replaced. Choose another name, or take its read-only mark away first.",
    ),
    "file_of_records": Text(
        "{file} 是账本自己的文件,不能用别的文件替换它,没有写。请换一个文件夹或文件名。",
        "{file} belongs to the records themselves and is never replaced by another file; nothing was written. Choose "
        "another folder or name.",
    ),
    "file_forbidden": Text(
        "没有读写 {file} 的权限,或它正被别的程序打开。请检查权限、关掉那个程序,或换一个位置。",
        "You have no right to read or write {file}, or another program has it open. Check its permissions, close that "
        "program, or choose another place.",
    ),
    "disk_read_only": Text(
        "{file} 所在的磁盘或 U 盘是只读的。请打开写保护开关,或换一个位置。",
        "The disk or stick of {file} is read-only. Switch its write protection off, or choose another place.",
    ),
    "file_name_long": Text(
        "文件名或路径太长:{file}。请改短。",
        "The name or the path is too long: {file}. Shorten it.",
    ),
    "file_name_impossible": Text(
        '系统不接受这个文件名或位置:{file}。请换一个文件名(不含 \\ / : * ? " < > |)或位置。',
        "The system does not take this name or place: {file}. "
        'Choose another place, or a name without \\ / : * ? " < > |',
    ),
    "file_busy": Text(
        "{file} 正被别的程序使用。请关掉那个程序后重做。",
        "Another program is using {file}. Close it, then do it again.",
    ),
    "file_too_large": Text(
        "{file} 对这个磁盘或 U 盘来说太大。请换一个磁盘。",
        "{file} is too large for this disk or stick. Choose another disk.",
    ),
    "device_gone": Text(
        "{file} 所在的磁盘或 U 盘不再应答(可能已拔出或损坏)。请检查并重新插好,或换一个位置。",
        "The disk or stick of {file} does not answer any more (pulled out or damaged?). Check it and plug it in again, "
        "or choose another place.",
    ),
}

_WHY: dict[str, Text] = {
    "disk_full_why": Text("磁盘已满", "the disk is full"),
    "file_missing_why": Text("文件或文件夹不存在", "there is no such file or folder"),
    "folder_is_file_why": Text("路径里有一段是文件,不是文件夹", "a part of the path is a file, not a folder"),
    "file_is_folder_why": Text("这是文件夹,不是文件", "it is a folder, not a file"),
    "file_forbidden_why": Text(
        "没有权限,或正被别的程序打开", "there is no right to it, or another program has it open"
    ),
    "disk_read_only_why": Text("磁盘或 U 盘是只读的", "the disk or stick is read-only"),
    "file_name_long_why": Text("文件名或路径太长", "the name or the path is too long"),
    "file_name_impossible_why": Text("系统不接受这个文件名或位置", "the system does not take this name or place"),
    "file_busy_why": Text("正被别的程序使用", "another program is using it"),
    "file_too_large_why": Text("对这个磁盘或 U 盘来说太大", "it is too large for the disk or stick"),
    "device_gone_why": Text("磁盘或 U 盘不再应答", "the disk or stick does not answer any more"),
}

TEXTS: dict[str, Text] = {
    **_FILES,
    **_WHY,
    "folder_in_use": Text(
        "数据文件夹 {folder} 正被另一个窗口或命令(进程 {holder})使用。请先关闭那个窗口,或等那个命令做完。",
        "The data folder {folder} is in use by another window or command (process {holder}). Close that window, or "
        "wait for the command to end.",
    ),
    "folder_not_empty": Text(
        "文件夹 {folder} 里已有账本文件({files}),不会覆盖。请换一个文件夹,或用“恢复备份”。",
        "The folder {folder} already holds records ({files}); nothing was overwritten. Choose another folder, "
        "or restore a backup.",
    ),
    "folder_unusable": Text(
        "文件夹 {folder} 不能写入({reason})。请检查权限或换一个文件夹。",
        "The folder {folder} cannot be written to ({reason}). Check its permissions or choose another one.",
    ),
    "no_database": Text(
        "文件夹 {folder} 里没有账本。请检查路径,新建账本,或恢复备份。",
        "There are no records in the folder {folder}. Check the path, create a new database, or restore a backup.",
    ),
    "database_set_aside": Text(
        "文件夹 {folder} 里没有账本,但有先前另行保留的 {aside}(恢复备份可能中断过)。请重新恢复备份。",
        "There are no records in the folder {folder}, but {aside} holds what was set aside before (a restore may have "
        "been cut off). Restore the backup again.",
    ),
    "database_lost": Text(
        "文件夹 {folder} 里有密钥或日志文件,但缺少 {file}。没有新建空账本。请找回该文件,或恢复备份。",
        "The folder {folder} holds keys or a log, but {file} is missing. No empty database was made. "
        "Find the file, or restore a backup.",
    ),
    "database_damaged": Text(
        "账本文件 {file} 已损坏,读不出来。文件保持原样,没有改动。请恢复备份,原文件会另行保留({reason})。",
        "The database {file} is damaged and cannot be read. The file was left as it is. Restore a backup; "
        "the present file is kept aside ({reason}).",
    ),
    "damaged_pages": Text("有的页与封存时不同", "pages differ from their seals"),
    "damaged_structure": Text("表或索引的结构坏了", "the structure of tables or indexes is broken"),
    "damaged_references": Text("有记录缺少所属的记录", "records lack the ones they belong to"),
    "database_newer": Text(
        "这个账本由更新的程序版本写成({found})。请安装新版本的程序。",
        "These records were written by a newer version of the program ({found}). Install the newer version.",
    ),
    "database_older": Text(
        "这个账本要先升级,只读方式不能升级。请先正常打开一次。",
        "These records need an upgrade first, which reading alone cannot do. Open them once in the ordinary way.",
    ),
    "upgrade_failed": Text(
        "账本升级没有完成:表 {table} 里有记录缺少所属记录。账本保持升级前的样子,升级前的备份在 {folder}。",
        "The upgrade was not done: a record in the table {table} lacks the one it belongs to. The records are as they "
        "were; a backup from before lies in {folder}.",
    ),
    "backup_target": Text(
        "{file} 已存在,而且不是备份文件,不会覆盖。请换一个文件名。",
        "{file} exists and is not a backup; it was not overwritten. Choose another name.",
    ),
    "password_or_recovery_key": Text(
        "恢复备份需要备份时的密码或恢复密钥。",
        "Restoring needs a password of the time of the backup, or the recovery key.",
    ),
    "role_views": Text(
        "您登录的身份只能查看,没有改动任何记录。要改动请找负责人。",
        "Your role may only look; nothing was changed. Ask the manager to change records.",
    ),
    "role_forbids": Text(
        "您的身份({role})不能这样做。请找负责人。",
        "Your role ({role}) may not do this. Ask the manager.",
    ),
    "not_a_backup": Text(
        "文件 {file} 不是本程序的备份。请选另一个文件。",
        "The file {file} is not a backup of this program. Choose another file.",
    ),
    "backup_damaged": Text(
        "备份文件 {file} 已损坏或不完整,没有改动任何数据。请用另一份备份。",
        "The backup {file} is damaged or incomplete; nothing was changed. Use another backup.",
    ),
    "backup_newer": Text(
        "备份文件 {file} 由更新的程序版本写成。请安装新版本的程序。",
        "The backup {file} was written by a newer version of the program. Install the newer version.",
    ),
    "database_busy": Text(
        "账本正忙,五秒内没有轮到。请稍后再试。",
        "The database was busy for five seconds. Try again in a moment.",
    ),
    "database_read_only": Text(
        "账本以只读方式打开,不能修改。",
        "The records were opened for reading only and cannot be changed.",
    ),
    "disk_full": Text(
        "磁盘已满({file}),这一步没有保存,之前的记录都在。请腾出空间后重做。",
        "The disk is full ({file}): this step was not saved, everything before it was. "
        "Free some space and do it again.",
    ),
    "disk_failed": Text(
        "磁盘读写失败,这一步没有保存。请检查磁盘或 U 盘是否插好、有没有坏,再重做;不要删除任何文件({reason})。",
        "The disk could not be read or written, so this step was not saved. See whether the disk or stick is plugged "
        "in and sound, and do it again; do not delete any file ({reason}).",
    ),
    "text_unstorable": Text(
        "文字里有无法保存的控制字符。请删去后重新输入。",
        "The text holds a character that cannot be stored. Delete it and type the text again.",
    ),
    "keys_lost": Text(
        "文件夹 {folder} 里的两份密钥文件都缺失或损坏,打不开账本。请恢复备份。",
        "Both key files in the folder {folder} are missing or damaged, so the records cannot be opened. "
        "Restore a backup.",
    ),
    "unknown_user": Text("没有用户“{user}”。请检查用户名。", 'There is no user "{user}". Check the name.'),
    "user_exists": Text("用户“{user}”已存在。", 'The user "{user}" exists already.'),
    "last_user": Text("“{user}”是最后一个用户,不能停用。", '"{user}" is the last user and cannot be removed.'),
    "wrong_password": Text("用户“{user}”的密码不对。", 'Wrong password for the user "{user}".'),
    "empty_password": Text("密码不能为空。", "The password must not be empty."),
    "short_password": Text(
        "密码太短:至少要 {least} 个字符。请换一个长些的密码。",
        "The password is too short: it needs at least {least} characters. Choose a longer one.",
    ),
    "empty_user": Text("用户名不能为空。", "The user name must not be empty."),
    "recovery_key_length": Text(
        "恢复密钥应有 {want} 个字符,现在是 {got} 个。请对照打印件检查。",
        "A recovery key has {want} characters; this one has {got}. Compare it with the printed sheet.",
    ),
    "recovery_key_typo": Text(
        "恢复密钥第 {group} 组“{text}”输错了。请对照打印件检查这一组。",
        'Group {group} of the recovery key, "{text}", is mistyped. Compare it with the printed sheet.',
    ),
    "wrong_recovery_key": Text(
        "恢复密钥书写正确,但不属于这个账本。请找对应的打印件。",
        "The recovery key is well written but belongs to other records. Find the right sheet.",
    ),
    "database_sound": Text("账本完好:{bytes} 字节。", "The records are sound: {bytes} bytes."),
    "pictures_sound": Text("图片完好:{count} 张。", "The pictures are sound: {count}."),
    "restore_tested": Text(
        "试恢复成功:{changes} 条记录变更全部读出。",
        "A trial restore succeeded: {changes} {changes:change was|changes were} read back, none is missing.",
    ),
    "restore_differs": Text(
        "试恢复得到 {got} 条变更,应为 {want} 条。请立即另做备份并联系安装人员。",
        "A trial restore gave {got} {got:change|changes} instead of {want}. Make another backup and call the "
        "installer.",
    ),
    "journal_gap": Text(
        "工坊 {workshop_id} 的变更日志缺号:应有 {want} 条,实有 {got} 条。请联系安装人员。",
        "The journal of workshop {workshop_id} has gaps: {got} {got:entry|entries} instead of {want}. Call the "
        "installer.",
    ),
    "triggers_differ": Text(
        "变更日志的触发器与程序不符。重新打开程序即可恢复。",
        "The journal's triggers are not the program's. Open the program again to mend them.",
    ),
    "keys_whole": Text("两份密钥文件都完好。", "Both key files are whole."),
    "keys_copy_bad": Text(
        "密钥文件 {file} 缺失或损坏,下次打开时会从另一份补全。",
        "The key file {file} is missing or damaged; the next opening mends it from the other one.",
    ),
    "folder_holds": Text(
        "账本 {bytes} 字节,日志 {log_bytes} 字节。",
        "The database has {bytes} bytes, its write-ahead log {log_bytes}.",
    ),
    "disk_free": Text("磁盘剩余 {mib} MB。", "{mib} MB are free on the disk."),
    "disk_nearly_full": Text(
        "磁盘只剩 {mib} MB,可能存不下备份。请清理磁盘。",
        "Only {mib} MB are free on the disk, perhaps too little for a backup. Free some space.",
    ),
    "writer_present": Text(
        "账本正由另一个窗口打开(进程 {holder})。", "The records are open in a window (process {holder})."
    ),
    "writer_absent": Text("没有窗口打开这个账本。", "No window has these records open."),
    "life_known": Text("本机认得这个账本。", "This PC knows these records."),
    "life_unknown": Text(
        "本机不认得这个账本(新电脑、复制或恢复):下次打开时会换新的设备号。",
        "This PC does not know these records (new machine, copy or restore): the next opening takes a new number.",
    ),
    "aside_present": Text(
        "另行保留的旧账本:{aside}。确认不再需要后可手工删除。",
        "Records set aside before: {aside}. Delete them by hand once they are surely not needed.",
    ),
    "ids_exhausted": Text(
        "本机的记录编号已用完。请关闭程序后重新打开。",
        "This device has used up its record numbers. Close the program and open it again.",
    ),
    "first_user_empty": Text("请填写您的姓名,今后用它登录。", "Enter your name: you log in by it from now on."),
    "first_region_empty": Text(
        "请填写工坊所在县的行政区划代码:6位数字,例如 513434。",
        "Enter the region code of the workshop's county: 6 digits, for example 513434.",
    ),
    "first_text_long": Text("太长了:最多 {most} 个字。请写短一些。", "Too long: at most {most} characters."),
    "first_password_differs": Text(
        "两次输入的密码不一样,请再输入一次。", "The two passwords differ. Type the password once more."
    ),
    "demonstration_folder_taken": Text(
        "文件夹“{folder}”里不是示范工坊,没有打开。请把它移到别处,再看示范工坊。",
        "The folder “{folder}” does not hold the demonstration workshop and was not opened. Move it elsewhere, then "
        "open the demonstration again.",
    ),
}
