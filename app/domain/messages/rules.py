"""Messages of the subject: rule packs and the calendar."""

from app.domain.messages.text import Text

TEXTS: dict[str, Text] = {
    "pack_unreadable": Text(
        "规则包不能用。{where}:{fault}。请改正或重新取得该规则包文件",
        "The rule pack cannot be used. {where}: {fault}. Correct it or get the pack file again",
    ),
    "pack_missing": Text(
        "没有{day}有效的规则包“{pack}”。请更新程序或导入县里下发的规则包",
        "No rule pack “{pack}” is in force on {day}. Update the program or import the county's pack",
    ),
    "calendar_unknown": Text(
        "不知道{year}年的法定节假日,不能计算该年的工资。请更新程序或导入县里下发的规则包",
        "The statutory days of {year} are not known, so its wages cannot be computed. Update the program or import the "
        "county's pack",
    ),
    "local_day_name": Text(
        "请给节日写一个名称,最多{most}个字", "Give the festival a name of at most {most} characters"
    ),
    "local_day_national": Text(
        "{day}已是国家法定节假日({name}),同一天只算一个节日,不用再添加",
        "{day} is a national statutory day already ({name}): two festivals on one date are one day",
    ),
    "local_day_taken": Text(
        "{day}已有地方节日“{name}”,同一天只算一个节日",
        "{day} has a local festival already, “{name}”: one date is one day",
    ),
    "local_day_date": Text("请填写日期,如 2026-07-22", "Enter the date, such as 2026-07-22"),
    "local_day_locked": Text(
        "{months}的工资已锁定,不会改变;该月会显示“锁定后有变化”",
        "The wages of {months} are locked and stay as they are; the month will show “differs since lock”",
    ),
    "pack_unsigned": Text(
        "这个规则包没有签名,不能导入。请向县里要签过名的规则包文件(pack sign)",
        "This rule pack is not signed and was not taken. Ask the county for the signed file (pack sign)",
    ),
    "pack_changed": Text(
        "规则包的内容在签名之后被改动过,没有导入。请重新取得该文件",
        "The rule pack was changed after it was signed; nothing was taken. Get the file again",
    ),
    "pack_signature_wrong": Text(
        "规则包的签名不对(签名者指纹 {signer}),没有导入。请重新取得该文件",
        "The rule pack's signature does not fit (signer {signer}); nothing was taken. Get the file again",
    ),
    "pack_signer_unknown": Text(
        "不认识规则包的签名者(指纹 {signer}),没有导入。请先向县里核对指纹,再在“规则”页按“信任公钥…”选县里的公钥文件"
        "(命令行:packs trust)",
        "The signer of the rule pack is not known here (fingerprint {signer}); nothing was taken. Compare it with the "
        "county's, then take its key file on the page Rules with “Trust a key…” (on the command line: packs trust)",
    ),
    "signer_key_unreadable": Text(
        "这不是县里的公钥文件。请向县里要由 pack key 生成的文件",
        "This is no key file of a county. Ask the county for the file that pack key writes",
    ),
    "server_pack_folder_needed": Text(
        "规则包要用县里的密钥签名,请用 --data 指定存放密钥的数据文件夹",
        "Rule packs are signed with the county's key: name the data folder it lies in with --data",
    ),
    "server_pack_key_lost": Text(
        "数据文件夹里的县级密钥(county/pack.key)不是各工坊认识的那一把,没有下发。请从备份恢复它",
        "The county's key in the data folder (county/pack.key) is not the one the workshops know; nothing was sent. "
        "Restore it from a backup",
    ),
    "server_pack_sent": Text(
        "规则包 {stamp} 已写入 {told} 个工坊(共 {workshops} 个),各工坊下次同步时收到",
        "Rule pack {stamp} written for {told} of {workshops} {workshops:workshop|workshops}; each gets it with "
        "its next sync",
    ),
    "month_unreadable": Text("月份“{text}”应写成 2026-10 的样子", "Write the month “{text}” like 2026-10"),
}

ROW = Text("第{row}项", "no. {row}")

FAULTS: dict[str, Text] = {
    "unfilled": Text(
        "还是示例里的文字 {found},没有填写。请写上公布的内容",
        "still the example's text, {found}. Enter what was published",
    ),
    "json": Text("不是规则包文件(JSON)", "no rule pack file (JSON)"),
    "large": Text("文件太大,不是规则包", "too large a file for a rule pack"),
    "object": Text("这里应是一组有名称的数据", "named values belong here"),
    "list": Text("这里应是一列数据", "a list belongs here"),
    "missing": Text("缺少这一项", "is missing"),
    "unknown": Text("本版程序不认识这一项", "this version of the program does not know this field"),
    "twice": Text("写了两次", "is given twice"),
    "fraction": Text("小数{found}要写成加引号的文字", "write the fraction {found} as text in quotes"),
    "text": Text("应是一行文字,现为{found}", "should be one line of text, is {found}"),
    "number": Text("应是合理范围内的整数,现为{found}", "should be a whole number within reason, is {found}"),
    "date": Text("日期{found}不存在或写法不对", "the date {found} does not exist or is not written as it should be"),
    "year": Text("年份应是四位数字", "a year has four digits"),
    "yuan": Text("{found}不是金额(元,最多两位小数,加引号)", "{found} is no amount (yuan, two decimals, in quotes)"),
    "yuan_high": Text(
        "{found}太大,最多 {most} 元。请检查小数点", "{found} is too large, at most {most} yuan. Check the decimal point"
    ),
    "negative": Text("{found}不能是负数", "{found} must not be negative"),
    "percent": Text('{found}不是百分比(如 "3%")', '{found} is no percentage (such as "3%")'),
    "percent_high": Text("百分比{found}太大", "the percentage {found} is too high"),
    "factor": Text("倍数{found}不能低于 100%", "the factor {found} must not be below 100%"),
    "divisor": Text('{found}不是正数(如 "21.75")', '{found} is no number above 0 (such as "21.75")'),
    "hours": Text("{found}不是小时数", "{found} is no number of hours"),
    "key": Text("不是公钥(64 位十六进制)", "is no public key (64 hex digits)"),
    "kind": Text(
        "本版程序不认识这种规则包{found},请更新程序", "this version does not know packs of the kind {found}; update it"
    ),
    "reversed": Text("失效日期{found}早于生效日期", "the last day {found} is before the first"),
    "day_twice": Text("日期{found}写了两次", "the date {found} is given twice"),
    "not_weekend": Text("{found}不是周末", "{found} is no weekend day"),
    "year_span": Text("全年放假安排应从1月1日起到12月31日止", "a yearly notice is valid from 1 January to 31 December"),
    "outside": Text("日期{found}不在有效期内", "the date {found} is outside the pack's validity"),
    "band_end": Text("只有最后一级没有上限", "the last band alone has no end"),
    "band_order": Text("税率表应从低到高,{found}不是", "tax bands go from low to high, {found} does not"),
    "band_step": Text("速算扣除数{found}与上一级不衔接", "the quick deduction {found} does not join the band before"),
    "region": Text("地区代码应是 2、4、6、9 或 12 位数字", "a region's code has 2, 4, 6, 9 or 12 digits"),
    "hourly": Text("小时标准{found}应低于月标准", "the hourly figure {found} should be below the monthly one"),
    "bounds": Text("上限{found}低于下限", "the ceiling {found} is below the floor"),
    "word_twice": Text("{found}列了两次", "{found} is listed twice"),
}

FIELDS: dict[str, Text] = {
    "pack": Text("种类", "kind"),
    "version": Text("版本", "version"),
    "valid_from": Text("生效日期", "valid from"),
    "valid_to": Text("失效日期", "valid to"),
    "signer": Text("签名者公钥", "signer"),
    "signature": Text("签名", "signature"),
    "sha256": Text("内容摘要", "digest"),
    "title": Text("标题", "title"),
    "sources": Text("来源文件", "sources"),
    "number": Text("文号", "number"),
    "issuer": Text("发文机关", "issuer"),
    "date": Text("日期", "date"),
    "figures": Text("数据", "figures"),
    "years": Text("各年", "years"),
    "half_days": Text("半天的节日", "half days"),
    "year": Text("年份", "year"),
    "days_off": Text("放假日", "days off"),
    "working_weekends": Text("周末上班日", "working weekends"),
    "day_divisor": Text("月计薪天数", "day divisor"),
    "hour_divisor": Text("月计薪小时数", "hour divisor"),
    "factors": Text("加班倍数", "factors"),
    "overtime_hours_a_day": Text("每日加班上限", "overtime hours a day"),
    "overtime_hours_a_month": Text("每月加班上限", "overtime hours a month"),
    "hours_a_week": Text("每周工时", "hours a week"),
    "outer_hours_a_week": Text("每周工时上限", "outer hours a week"),
    "part_time_hours_a_day": Text("非全日制每日工时", "part-time hours a day"),
    "part_time_hours_a_week": Text("非全日制每周工时", "part-time hours a week"),
    "sick_pay_of_minimum": Text("病假工资比例", "sick pay of the minimum"),
    "damage_of_gross": Text("赔偿扣款比例", "damage of gross"),
    "deduction_a_month": Text("每月减除费用", "deduction a month"),
    "deduction_a_year": Text("全年减除费用", "deduction a year"),
    "bands": Text("税率表", "bands"),
    "upto": Text("上限", "up to"),
    "rate": Text("税率", "rate"),
    "quick": Text("速算扣除数", "quick deduction"),
    "fixed_deduction": Text("定额减除", "fixed deduction"),
    "fixed_up_to": Text("定额减除上限", "fixed deduction up to"),
    "share_above": Text("比例减除", "share above"),
    "least": Text("最低用工年龄", "least age"),
    "grown": Text("成年年龄", "grown"),
    "delayed_from": Text("延迟退休起始月", "delayed from"),
    "retirement": Text("法定退休年龄", "retirement"),
    "age": Text("年龄", "age"),
    "step_months": Text("每延迟一个月间隔的月数", "months a step"),
    "most_months": Text("最多延迟月数", "most months"),
    "regions": Text("各地区", "regions"),
    "categories": Text("非遗门类", "heritage categories"),
    "levels": Text("级别", "levels"),
    "nations": Text("民族", "nations"),
    "training_sources": Text("培训来源", "training sources"),
    "sales_channels": Text("销售渠道", "sales channels"),
    "place": Text("地名", "place"),
    "monthly": Text("月最低工资", "monthly"),
    "hourly": Text("小时最低工资", "hourly"),
    "items": Text("险种", "items"),
    "base_floor": Text("缴费基数下限", "base floor"),
    "base_ceiling": Text("缴费基数上限", "base ceiling"),
}

KINDS: dict[str, Text] = {
    "statutory_days": Text("法定节假日", "Statutory days"),
    "calendar": Text("全年放假安排", "Yearly calendar"),
    "working_time": Text("工时与加班", "Hours and overtime"),
    "wage_guards": Text("病假与赔偿界限", "Sick pay and damage"),
    "wage_tax": Text("工资个税", "Tax on wages"),
    "services_tax": Text("劳务报酬个税", "Tax on services"),
    "working_age": Text("用工与退休年龄", "Working age"),
    "minimum_wage": Text("最低工资", "Minimum wage"),
    "social_insurance": Text("社会保险", "Social insurance"),
    "vocabulary": Text("词表", "Word lists"),
}
