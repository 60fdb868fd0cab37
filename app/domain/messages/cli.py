"""Messages of the subject: the headless commands."""

from app.domain.messages.text import Text

TEXTS: dict[str, Text] = {
    "usage_wrong": Text(
        "用法不对:{message}。用 {program} --help 查看用法。",
        "Wrong usage: {message}. See {program} --help.",
    ),
    "usage_required": Text("缺少 {names}", "{names} must be given"),
    "usage_unknown": Text("不认识 {names}", "{names} is not known here"),
    "usage_choice": Text("{name} 不能是 {given},可以是:{choices}", "{name} cannot be {given}; it may be: {choices}"),
    "usage_value": Text("{name} 后面要有一个值", "{name} needs a value"),
    "usage_number": Text("{name} 要填数字,不能是 {given}", "{name} is a number and cannot be {given}"),
    "password_prompt": Text("密码:", "Password: "),
    "password_again": Text("再输入一次:", "Once more: "),
    "password_differs": Text("两次输入的密码不一样,请重新运行。", "The two passwords differ. Run the command again."),
    "password_missing": Text(
        "没有给出密码。请设置环境变量 GONGFANG_PASSWORD,或用 --password-file 指定密码文件。",
        "No password was given. Set GONGFANG_PASSWORD, or name a file with --password-file.",
    ),
    "password_file_unreadable": Text(
        "密码文件 {file} 读不出来或是空的。文件第一行应为密码(UTF-8)。",
        "The password file {file} cannot be read or is empty. Its first line is the password (UTF-8).",
    ),
    "system_refused": Text(
        "系统不允许或做不到:{reason}。请检查路径、权限和磁盘空间后重做。",
        "The system would not or could not: {reason}. Check path, permissions and disk space, then do it again.",
    ),
    "interrupted": Text("已中断,没有完成的一步没有保存。", "Interrupted; the step under way was not saved."),
    "program_fault": Text(
        "程序内部出错({name}),这一步没有完成,已保存的记录不受影响。报告(不含个人信息)在 {report},请交给维护人员。",
        "A fault in the program ({name}): this step was not done, what was saved is safe. The report, without personal "
        "data, is {report}; give it to whoever maintains the program.",
    ),
    "packages_missing": Text(
        "程序所需的软件包没有装好(缺 {name})。请运行 python3 dev.py setup,然后用 .venv/bin/python -m app 启动。",
        "The packages the program needs are not installed ({name} is missing). Run python3 dev.py setup, then "
        ".venv/bin/python -m app.",
    ),
    "init_needs_workshop": Text(
        "请给出工坊名称和行政区划代码(--name 和 --region),或用 --join 加入已登记的工坊。",
        "Give the workshop's name and region (--name and --region), or join one with --join.",
    ),
    "init_done": Text(
        "已在 {folder} 新建加密账本,用户“{user}”,工坊 {name}(编号 {workshop_id})。",
        "New encrypted records in {folder}: user “{user}”, workshop {name} (number {workshop_id}).",
    ),
    "init_recovery": Text(
        "恢复密钥(只显示这一次,请抄写或打印后锁好;忘记密码时只有它能打开账本):\n  {key}",
        "Recovery key, shown this once (write it down or print it and lock it away; without a password only it opens "
        "the records):\n  {key}",
    ),
    "workshop_added": Text("已新建工坊 {name},编号 {workshop_id}。", "New workshop {name}, number {workshop_id}."),
    "packs_added": Text("已导入规则包“{kind}”:{title}({stamp})。", "Rule pack taken, {kind}: {title} ({stamp})."),
    "packs_known": Text(
        "规则包“{kind}”{title}({stamp})早已有了,没有改动。",
        "Rule pack {kind}, {title} ({stamp}), was known already; nothing changed.",
    ),
    "packs_trusted": Text(
        "已信任“{name}”的公钥,指纹 {fingerprint}。请与县里核对指纹。",
        "The key of “{name}” is trusted, fingerprint {fingerprint}. Compare it with the county's.",
    ),
    "packs_day_unreadable": Text("日期“{text}”应写成 2026-10-21 的样子", "Write the date “{text}” like 2026-10-21"),
    "packs_no_end": Text("长期", "no end"),
    "packs_shipped": Text("程序自带", "shipped"),
    "packs_county": Text("县里下发", "from the county"),
    "packs_file": Text("文件导入", "from a file"),
    "packs_ends_soon": Text("60 天内到期,请取得新的规则包", "ends within 60 days; get the next pack"),
    "packs_replaced": Text("替代了 {stamps}", "replaced {stamps}"),
    "packs_provisional": Text(
        "{year}年放假通知尚未收到,日历为暂定:只知道法定节假日",
        "The notice for {year} is not here: its calendar is provisional, only statutory days are known",
    ),
    "packs_missing": Text("没有规则包:{kind}", "no rule pack: {kind}"),
    "ledger_written": Text("工资台账({rows} 人)已写入 {file}。", "Wage ledger (workers: {rows}) written to {file}."),
    "ledger_draft_written": Text(
        "{rows} 人的工资台账(草稿,工资未锁定)已写入 {file}。",
        "Wage ledger (workers: {rows}, DRAFT: the payroll is not locked) written to {file}.",
    ),
    "draft_of_locked": Text(
        "{month} 工资已于 {on} 锁定(校验码 {code}),发放以锁定的数字为准:{workers} 人,应发 {gross} 元,实发 {net} 元。",
        "Payroll {month} was locked on {on} (check code {code}). The frozen figures are what is paid: workers "
        "{workers}, gross {gross}, net {net} yuan.",
    ),
    "draft_differs": Text(
        "锁定后记录有变动,按现在的记录会不同的人({count}),锁定的数字不变:",
        "Records changed since the lock; whose figures would differ today ({count}), the frozen ones stay:",
    ),
    "draft_differs_not": Text(
        "锁定后没有变动,下面的数字与锁定的一致。", "Nothing differs since the lock: what follows is what was frozen."
    ),
    "draft_differs_row": Text(
        "{no} {name}:应发 {old_gross} → {gross} 元,实发 {old_net} → {net} 元",
        "{no} {name}: gross {old_gross} → {gross}, net {old_net} → {net} yuan",
    ),
    "draft_heading": Text(
        "{month} 工资草稿(编号、应发、扣款、实发、姓名)", "Draft payroll {month} (number, gross, deductions, net, name)"
    ),
    "draft_totals": Text(
        "合计 {workers} 人,应发 {gross} 元,实发 {net} 元", "Total of workers: {workers}, gross {gross}, net {net} yuan"
    ),
    "draft_problems": Text("锁定前必须解决({count}):", "To settle before locking ({count}):"),
    "draft_warnings": Text("请核对({count}):", "To look at ({count}):"),
    "backup_done": Text(
        "已备份到 {file}({kib} KB,{changes} 条记录变更),并已读回核对。",
        "Backed up to {file} ({kib} KB, changes: {changes}), read back and compared.",
    ),
    "restore_done": Text(
        "已把 {made_at} 的备份恢复到 {folder}({changes} 条记录变更)。下次同步会补上之后已上传的记录。",
        "The backup of {made_at} is restored into {folder} (changes: {changes}). The next sync brings back what was "
        "sent after it.",
    ),
    "restore_aside": Text("原有账本保留在 {aside}。", "What lay there is kept in {aside}."),
    "doctor_program": Text(
        "工坊账本 {version},Python {python},{system}", "Gongfang {version}, Python {python}, {system}"
    ),
    "doctor_folder": Text("数据文件夹 {folder}", "Data folder {folder}"),
    "doctor_workshop": Text("工坊 {name}(编号 {workshop_id})", "Workshop {name} (number {workshop_id})"),
    "template_written": Text(
        "空白工作簿已写到 {file}。填写说明在最后一张表。",
        "The empty workbook is in {file}; its last sheet says how to fill it in.",
    ),
    "template_exists": Text(
        "{file} 已经存在,没有改动。请换一个文件名。",
        "{file} is there already and was not touched. Choose another file name.",
    ),
    "import_taken": Text("已导入 {month} 的工作簿。", "The workbook of {month} was taken in."),
    "import_would_take": Text(
        "试导入 {month} 的工作簿,没有写入:", "Dry run of the workbook of {month}, nothing was written:"
    ),
    "import_not_taken": Text(
        "{month} 的工作簿没有导入,一行也没有写入。改正下列问题后再导入,或用 --accept-good 只取好的行。",
        "The workbook of {month} was not taken: nothing was written. Correct what follows and import it again, or take "
        "the good rows with --accept-good.",
    ),
    "import_sheet": Text(
        "{sheet}:{rows} 行(新增 {added},更新 {updated},不变 {unchanged},保留 {kept}),删除 {deleted}",
        "{sheet}: rows {rows} ({added} new, {updated} updated, {unchanged} unchanged, {kept} kept), {deleted} deleted",
    ),
    "import_problems": Text("问题({count}):", "Problems ({count}):"),
    "import_kept": Text("保留未动({count}):", "Kept as they stand ({count}):"),
    "import_notices": Text("提示({count}):", "Notices ({count}):"),
    "stats_workshop": Text(
        "工坊 {workshop_id}:{pending} 条待上传,{held} 条搁置。表、月份、行数、金额(元)、校验值:",
        "Workshop {workshop_id}: changes waiting {pending}, held {held}. Table, month, rows, yuan, hash:",
    ),
    "enroll_done": Text(
        "工坊 {workshop_id} 已登记为“{place}”,服务器 {server}。现在可以同步。",
        "Workshop {workshop_id} is enrolled as “{place}” with {server}. It can sync now.",
    ),
    "enroll_again": Text(
        "工坊 {workshop_id} 早已登记为“{place}”,服务器 {server}。没有变动。",
        "Workshop {workshop_id} is already enrolled as “{place}” with {server}. Nothing changed.",
    ),
    "enroll_joined": Text(
        "已加入“{place}”的工坊 {workshop_id},服务器 {server}。下次同步取回它的记录。",
        "Joined workshop {workshop_id} of “{place}” at {server}. The next sync brings its records.",
    ),
    "sync_done": Text(
        "已上传 {sent} 条,取回 {pulled} 条,还有 {pending} 条待上传。",
        "Changes: sent {sent}, pulled {pulled}, {pending} still waiting.",
    ),
    "sync_traffic": Text(
        "{requests} 次请求,上行 {up} 字节,下行 {down} 字节(共 {kib} KB)。",
        "Requests {requests}, bytes up {up}, bytes down {down} ({kib} KB).",
    ),
    "sync_needs_person": Text(
        "{held} 条搁置、{rejected} 条被拒,需要处理:请打开“同步”页查看原因。",
        "Changes that need a person: {held} held, {rejected} rejected. See the page Sync.",
    ),
    "sync_differs": Text("两边合计仍不一致:{buckets}。", "The sums of both sides still differ: {buckets}."),
    "sync_agreed": Text("两边合计一致。", "The sums of both sides agree."),
    "shots_done": Text("{count} 张图片已存入 {out}。", "Pictures saved in {out}: {count}."),
    "demo_done": Text(
        "{month} 的主要工作已在窗口里走完({workers} 人),{count} 张图片在 {out}。",
        "The main job of {month} was done in the window (workers: {workers}); pictures in {out}: {count}.",
    ),
}
