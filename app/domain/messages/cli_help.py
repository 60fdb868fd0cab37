"""Messages of the subject: help of the headless commands."""

from app.domain.messages.text import Text

TEXTS: dict[str, Text] = {
    "help_top": Text(
        "工坊账本。不带命令时打开窗口。退出码:0 完成,1 拒绝(说明原因),2 用法不对。",
        "Gongfang, the workshop's account book. Without a command it opens the window. "
        "Exit codes: 0 done, 1 refused (says why), 2 wrong usage.",
    ),
    "help_window": Text("打开窗口", "open the window"),
    "help_commands": Text("命令", "commands"),
    "help_own": Text("本命令的选项", "options of this command"),
    "help_globals": Text("通用选项", "options of every command"),
    "help_usage": Text("用法:", "usage: "),
    "help_help": Text("显示用法", "show this help"),
    "help_version": Text("显示版本号", "show the version"),
    "help_data": Text(
        "数据文件夹(默认 GONGFANG_DATA 或用户文件夹)", "data folder (default: GONGFANG_DATA, else the user's folder)"
    ),
    "help_workshop": Text("工坊编号;只有一个工坊时可省略", "number of the workshop; needless where there is one"),
    "help_user": Text("用户名(默认第一个用户)", "user name (default: the first user)"),
    "help_password_file": Text(
        "密码文件,第一行为密码(默认环境变量 GONGFANG_PASSWORD)",
        "file whose first line is the password (default: GONGFANG_PASSWORD)",
    ),
    "help_lang": Text("语言:zh_CN 或 en(默认 GONGFANG_LANG)", "language: zh_CN or en (default: GONGFANG_LANG)"),
    "help_json": Text("以 JSON 输出", "answer as JSON"),
    "help_name": Text("工坊名称", "name of the workshop"),
    "help_region": Text("行政区划代码(6位数字)", "region code (6 digits)"),
    "help_month": Text("月份,如 2026-10", "month, such as 2026-10"),
    "help_init": Text(
        "新建加密账本和第一个用户,恢复密钥只显示一次",
        "new encrypted records with a first user; shows the recovery key once",
    ),
    "help_join": Text("用县里的入网单加入已有工坊", "join a workshop already enrolled, by the county's slip"),
    "help_workshop_group": Text("工坊", "workshops"),
    "help_again": Text("已有同名同区划的工坊,仍再建一个", "another of a name and region that are there already"),
    "help_workshop_add": Text("再新建一个工坊", "a further workshop"),
    "help_payroll_group": Text("工资", "payroll"),
    "help_payroll_compute": Text("计算某月工资草稿", "compute the draft payroll of a month"),
    "help_payroll_lock": Text("锁定某月工资", "lock the payroll of a month"),
    "help_payroll_print": Text(
        "打印某月的台账、工资条、结算单、公示、现金清单", "print ledger, slips, settlement, board or cash list"
    ),
    "help_ledger": Text("工资支付台账(PDF 文件)", "the wage ledger (PDF file)"),
    "help_packs_group": Text("规则包", "rule packs"),
    "help_packs_list": Text("查看有效的规则包", "which rule packs are in force"),
    "help_packs_add": Text("从文件导入签过名的规则包", "take a signed rule pack from a file"),
    "help_packs_trust": Text("信任县里的公钥文件", "trust a county's key file"),
    "help_day": Text("哪一天(默认今天)", "on which day (default: today)"),
    "help_pack": Text("签过名的规则包文件", "the signed pack file"),
    "help_key": Text("县里的公钥文件", "the county's key file"),
    "help_backup": Text("备份整个账本到一个文件", "back all records up into one file"),
    "help_backup_out": Text("备份文件", "the backup file"),
    "help_restore": Text(
        "用备份恢复到数据文件夹,原有账本移到一旁保留",
        "restore a backup into the data folder; what lies there is set aside",
    ),
    "help_restore_file": Text("备份文件", "the backup file"),
    "help_recovery_key": Text(
        "恢复密钥(忘记密码时);此时给出的密码成为新密码",
        "recovery key, where the password is lost; a password given as well becomes the new one",
    ),
    "help_verify": Text(
        "检查账本:逐页读、查日志、试恢复一次备份", "check the records: pages, journal, a trial restore"
    ),
    "help_doctor": Text(
        "查看程序和数据文件夹的情况(可不带密码)", "look at program and data folder (no password needed)"
    ),
    "help_import": Text(
        "导入工作簿;有任何问题就一行也不取,并逐条说明", "take a workbook in; any problem takes nothing and is listed"
    ),
    "help_book": Text("工作簿", "the workbook"),
    "help_template": Text(
        "写一本空白工作簿:各表、各列、下拉选项和填写说明",
        "write an empty workbook: its sheets, columns, choices and how to fill it in",
    ),
    "help_import_month": Text(
        "考勤表的月份,如 2026-10(默认由各表日期推断)",
        "month of the attendance sheet, such as 2026-10 (default: most dates' month)",
    ),
    "help_dry_run": Text("只检查,不写入", "look only, write nothing"),
    "help_accept_good": Text("有问题时取好的行", "take the good rows of a book with problems"),
    "help_overwrite_edited": Text(
        "导入后又改过的记录也按工作簿覆盖(默认保留并列出)",
        "let the book overwrite records edited since (default: they stay and are listed)",
    ),
    "help_stats": Text(
        "各表各月的合计和校验值,与服务器上的同一形式", "sums of every table and month, as the server gives them"
    ),
    "help_enroll": Text("向县服务器登记工坊", "enrol the workshop with the county's server"),
    "help_slip": Text("县里给的入网单(整段文字)", "the county's enrolment slip (the whole text)"),
    "help_server": Text("服务器地址,与 --code 一起用", "address of the server, with --code"),
    "help_code": Text("接入码", "enrolment code"),
    "help_fingerprint": Text("县证书指纹", "fingerprint of the county's certificate"),
    "help_sync": Text("与县服务器同步一次", "sync with the county's server once"),
    "help_shots": Text("保存每一页的图片", "save a picture of every page"),
    "help_shots_out": Text("存放图片的文件夹", "folder for the pictures"),
    "help_demo": Text(
        "在真实窗口里用按键走一遍主要工作并留下图片(会写入账本)",
        "work the real window by key events through the main job, leaving pictures (writes to the records)",
    ),
}
