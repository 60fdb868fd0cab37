"""Messages of the subject: workshops and workers."""

from app.domain.messages.text import Text

TEXTS: dict[str, Text] = {
    "workshop_name_empty": Text("请填写工坊名称。", "Enter the workshop's name."),
    "workshop_region_wrong": Text(
        "行政区划代码“{region}”应为6位数字,前两位是省级代码,例如 513434。请填工坊所在县的代码。",
        "The region code “{region}” must have 6 digits, the first two a province's, for example 513434. "
        "Enter the code of the workshop's county.",
    ),
    "workshop_code_wrong": Text(
        "统一社会信用代码的校验位不符,请按证照核对。",
        "The check character of the credit code does not fit. Compare it with the licence.",
    ),
    "workshop_recognised_wrong": Text(
        "认定日期应在 {first} 年以后、今天以前。",
        "The date of recognition must lie in {first} or later, and not in the future.",
    ),
    "workshop_confirmed_wrong": Text(
        "最近确认年度应在 {first} 至 {last} 之间。",
        "The year last confirmed must lie between {first} and {last}.",
    ),
    "workshop_missing": Text(
        "数据里没有工坊 {workshop_id}。用 doctor 命令查看有哪些工坊。",
        "There is no workshop {workshop_id} in these data. The command doctor lists the workshops.",
    ),
    "workshop_none": Text(
        "数据里还没有工坊。请先用 workshop add 新建。",
        "These data hold no workshop yet. Create one with workshop add.",
    ),
    "workshop_known": Text(
        "已有工坊 {name}(编号 {workshop_id}),行政区划代码同为 {region},没有再建。真要两个同名的工坊,请加 --again。",
        "There is a workshop {name} already (number {workshop_id}) with the same region {region}; no other was made. "
        "If there are to be two of one name, add --again.",
    ),
    "workshop_several": Text(
        "数据里有 {count} 个工坊,请用 --workshop 指明一个:{names}。",
        "These data hold {count} workshops; name one with --workshop: {names}.",
    ),
    "worker_missing": Text(
        "没有这名工人,可能已在别的电脑上删除。请刷新后再试。",
        "There is no such worker; the record may have been deleted on another PC. Refresh and try again.",
    ),
    "text_unfit_character": Text(
        "含有看不见或不能使用的字符({char})。请删除后重新输入,不要粘贴。",
        "Holds a character that is not seen or cannot be used ({char}). Delete the text and type it anew, no pasting.",
    ),
    "worker_no_empty": Text("请填写编号。", "Enter the worker's number."),
    "worker_no_taken": Text(
        "编号 {no} 已由 {name} 使用,请换一个编号。",
        "Number {no} already belongs to {name}. Choose another number.",
    ),
    "worker_name_empty": Text("请填写姓名。", "Enter the worker's name."),
    "worker_relation_empty": Text(
        "请选择用工形式:全日制、非全日制、劳务或居家承揽。它决定加班、最低工资和个税,不能默认。",
        "Choose the form of employment: Full-time, Part-time, Services or Home. It decides overtime, minimum wage and "
        "tax.",
    ),
    "worker_hired_empty": Text("请填写入职日期。", "Enter the date of hiring."),
    "worker_left_before_hired": Text(
        "离职日期 {left} 早于入职日期 {hired},请改正其中一个。",
        "The leaving date {left} lies before the hiring date {hired}. Correct one of them.",
    ),
    "worker_basis_empty": Text(
        "请选择计薪方式:月薪、日薪、时薪或计件。", "Choose the pay basis: Monthly, Daily, Hourly or Piece."
    ),
    "worker_rate_empty": Text("{basis}需要填写标准(元)。", "The basis {basis} needs a rate in yuan."),
    "worker_rate_unwanted": Text(
        "计件工人的工资按单价计算,标准应留空。",
        "A piece worker is paid by piece prices; leave the rate empty.",
    ),
    "worker_part_time_hourly": Text(
        "非全日制按小时计酬(劳动合同法第六十八条),计薪方式请选时薪。",
        "Part-time work is paid by the hour (Labour Contract Law 68): choose Hourly.",
    ),
    "worker_amount_negative": Text("金额不能为负。", "The amount cannot be negative."),
    "worker_id_shape": Text(
        "身份证号应为18位(前17位数字,末位数字或X),请按证件重新填写。",
        "An ID number has 18 characters (17 digits, then a digit or X). Copy it again from the card.",
    ),
    "worker_id_date": Text(
        "身份证号中的出生日期不存在,请按证件重新填写。",
        "The date of birth in the ID number does not exist. Copy it again from the card.",
    ),
    "worker_id_check": Text(
        "身份证号的校验位不符,有一位写错了,请按证件重新填写。",
        "The check digit of the ID number does not fit: one character is wrong. Copy it again from the card.",
    ),
    "worker_id_taken": Text(
        "这个身份证号已登记在编号 {no} {name} 名下。同一个人请修改原记录;否则请核对证件。",
        "This ID number is already recorded for {no} {name}. Edit that record, or check the card.",
    ),
    "worker_id_empty": Text(
        "没有身份证号:工资台账不能打印,县里也不能按人统计。请尽快补上。",
        "No ID number: the wage ledger cannot be printed and the county cannot count the person. Add it soon.",
    ),
    "worker_id_region": Text(
        "身份证号的地区代码 {region} 不认识,请再核对一次;若证件如此,可以保存。",
        "The region code {region} of the ID number is unknown. Check it once more; if the card says so, save it.",
    ),
    "worker_sex_differs": Text(
        "性别与身份证号不符(证件为{sex}),请核对。",
        "The sex does not agree with the ID number (which says {sex}). Check it.",
    ),
    "worker_under_age": Text(
        "入职时未满 {least} 周岁({age} 岁),法律禁止招用(劳动法第十五条),不能登记。",
        "Under {least} when hired ({age} years old): the law forbids it (Labour Law 15), so it cannot be recorded.",
    ),
    "worker_minor": Text(
        "{age} 岁,未满 {grown} 周岁:不得安排矿山、有毒有害等劳动,须定期体检并登记(劳动法第五十八、六十四、六十五条)。",
        "{age} years old, under {grown}: no hazardous work, regular health checks, registration "
        "(Labour Law 58, 64, 65).",
    ),
    "worker_retired": Text(
        "{on} 已到法定退休年龄:一般按劳务或居家承揽登记,请核对用工形式。",
        "Reached legal retirement age on {on}: such work is normally Services or Home. Check the form of employment.",
    ),
    "worker_household_wrong": Text(
        "户别或监测类型“{text}”不在规定的选项内。",
        "“{text}” is none of the household or monitoring types.",
    ),
    "reveal_unknown": Text(
        "不能显示“{column}”:只有身份证号、手机和银行账号可以完整显示。",
        "“{column}” cannot be shown: only ID number, phone and account can be shown in full.",
    ),
}
