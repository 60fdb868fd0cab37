<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
<context>
    <name>AllShops</name>
    <message>
        <source>锁定 {month}：{count} 个没有问题的工坊，实发共 {net} 元。有问题的不动。</source>
        <translation>Lock {month}: workshops without problems: {count}, {net} yuan net in all. Those with problems are left alone.</translation>
    </message>
    <message>
        <source>锁定没有问题的工坊</source>
        <translation>Lock workshops without problems</translation>
    </message>
    <message>
        <source>锁定</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>再看看</source>
        <translation>Look again</translation>
    </message>
    <message>
        <source>检查全部</source>
        <translation>Check all</translation>
    </message>
    <message>
        <source>全部打印到文件夹…</source>
        <translation>Print all to a folder…</translation>
    </message>
    <message>
        <source>停下</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>✓ 刚锁定</source>
        <translation>✓ locked just now</translation>
    </message>
    <message>
        <source>✓ 台账、工资条（PDF）和工资表（XLSX）已存到 {folder}</source>
        <translation>✓ ledger and slips (PDF) and wage table (XLSX) saved in {folder}</translation>
    </message>
    <message>
        <source>锁定没有问题的（{count}）</source>
        <translation>Lock those without problems ({count})</translation>
    </message>
    <message>
        <source>{all} 个工坊：{locked} 个已锁定，{ready} 个可以锁定，{other} 个要处理。回车打开一个。</source>
        <translation>Workshops: {all}; locked: {locked}, ready to lock: {ready}, to be seen to: {other}. Enter opens one.</translation>
    </message>
    <message>
        <source>存到哪个文件夹</source>
        <translation>Save in which folder</translation>
    </message>
    <message>
        <source>工坊</source>
        <translation>Workshop</translation>
    </message>
    <message>
        <source>人数</source>
        <translation>People</translation>
    </message>
    <message>
        <source>应发</source>
        <translation>Gross</translation>
    </message>
    <message>
        <source>实发</source>
        <translation>Net</translation>
    </message>
    <message>
        <source>必须处理</source>
        <translation>Must fix</translation>
    </message>
    <message>
        <source>请核对</source>
        <translation>To check</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>可以锁定</source>
        <translation>Ready to lock</translation>
    </message>
    <message>
        <source>有问题</source>
        <translation>Has problems</translation>
    </message>
    <message>
        <source>没有人</source>
        <translation>Nobody</translation>
    </message>
    <message>
        <source>算不出</source>
        <translation>Not computed</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>Total</translation>
    </message>
</context>
<context>
    <name>Ask</name>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>请写明原因：以后查账要用。</source>
        <translation>Give the reason: it is needed when the books are checked.</translation>
    </message>
</context>
<context>
    <name>Attendance</name>
    <message>
        <source>考勤</source>
        <translation>Attendance</translation>
    </message>
    <message>
        <source>表格</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>热图</source>
        <translation>Heat map</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>重做</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>按日历填空 F9</source>
        <translation>Fill by calendar F9</translation>
    </message>
    <message>
        <source>选中的空格：工作日按本人前一工作日或 √，休息日和法定节假日填休。Ctrl+A 选全月。</source>
        <translation>Empty cells of the selection: working days as on the worker&apos;s last one, or a full day; rest days and holidays as days off. Ctrl+A selects the month.</translation>
    </message>
    <message>
        <source>读取考勤</source>
        <translation>Reading attendance</translation>
    </message>
    <message>
        <source>去登记工人</source>
        <translation>Go to People</translation>
    </message>
    <message>
        <source>这里是全月每个人每天的考勤。这个月没有在职的工人：先登记工人，或看别的月份。</source>
        <translation>Here is everybody&apos;s attendance of a month, day by day. Nobody is employed in this month: add workers first, or look at another month.</translation>
    </message>
    <message>
        <source>本月工资已锁定：现在的修改会显示为“锁定后有变化”。</source>
        <translation>This month&apos;s payroll is locked: changes made now will show as &quot;differs since the lock&quot;.</translation>
    </message>
    <message>
        <source>日历暂定：本年放假通知还没有，只知道法定节假日。</source>
        <translation>Provisional calendar: this year&apos;s holiday notice is not out; only statutory holidays are known.</translation>
    </message>
    <message>
        <source>没有</source>
        <translation>nothing</translation>
    </message>
    <message>
        <source>没有写入：{count} 格不能填</source>
        <translation>Nothing written: {count} cells refused</translation>
    </message>
    <message>
        <source>还有 {count} 格。</source>
        <translation>And {count} more cells.</translation>
    </message>
    <message>
        <source>查看这一格的修改记录</source>
        <translation>History of this cell</translation>
    </message>
    <message>
        <source>导出全月 {kind}…</source>
        <translation>Export the month as {kind}…</translation>
    </message>
    <message>
        <source>复制&#x3000;Ctrl+C</source>
        <translation>Copy&#x3000;Ctrl+C</translation>
    </message>
    <message>
        <source>粘贴&#x3000;Ctrl+V</source>
        <translation>Paste&#x3000;Ctrl+V</translation>
    </message>
    <message>
        <source>向下填充&#x3000;Ctrl+D</source>
        <translation>Fill down&#x3000;Ctrl+D</translation>
    </message>
    <message>
        <source>向右填充&#x3000;Ctrl+R</source>
        <translation>Fill right&#x3000;Ctrl+R</translation>
    </message>
    <message>
        <source>按日历填空&#x3000;F9</source>
        <translation>Fill by calendar&#x3000;F9</translation>
    </message>
    <message>
        <source>清除&#x3000;Delete</source>
        <translation>Clear&#x3000;Delete</translation>
    </message>
    <message>
        <source>撤销&#x3000;Ctrl+Z</source>
        <translation>Undo&#x3000;Ctrl+Z</translation>
    </message>
    <message>
        <source>重做&#x3000;Ctrl+Y</source>
        <translation>Redo&#x3000;Ctrl+Y</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>打开今日页的 {day}</source>
        <translation>Open {day} on Today</translation>
    </message>
    <message>
        <source>选中的格子里没有可以填的空格。</source>
        <translation>The selection has no empty cell to fill.</translation>
    </message>
    <message>
        <source>已复制 {rows} 行 {columns} 列。</source>
        <translation>Copied: rows {rows}, columns {columns}.</translation>
    </message>
    <message>
        <source>先站到某一天的格子里再粘贴。</source>
        <translation>Stand in the cell of a day first, then paste.</translation>
    </message>
    <message>
        <source>剪贴板里没有文字。</source>
        <translation>The clipboard holds no text.</translation>
    </message>
    <message>
        <source>没有可以撤销的修改。</source>
        <translation>There is nothing to undo.</translation>
    </message>
    <message>
        <source>已撤销</source>
        <translation>Undone</translation>
    </message>
    <message>
        <source>没有可以重做的修改。</source>
        <translation>There is nothing to redo.</translation>
    </message>
    <message>
        <source>已重做</source>
        <translation>Done again</translation>
    </message>
    <message>
        <source>{count} 格不在职，没有填。</source>
        <translation>{count} cells lie outside the employment and were not filled.</translation>
    </message>
    <message>
        <source>写入考勤</source>
        <translation>Writing attendance</translation>
    </message>
    <message>
        <source>已保存 {what}</source>
        <translation>Saved: {what}</translation>
    </message>
    <message>
        <source>考勤月表</source>
        <translation>Attendance of the month</translation>
    </message>
    <message>
        <source>编号 姓名</source>
        <translation>No. Name</translation>
    </message>
    <message>
        <source>每天合计</source>
        <translation>Sums of each day</translation>
    </message>
    <message>
        <source>不在职</source>
        <translation>Not employed</translation>
    </message>
    <message>
        <source>未填</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>已日结</source>
        <translation>Day closed</translation>
    </message>
    <message>
        <source>请假 {leave}&#x3000;旷工 {absent}</source>
        <translation>Leave {leave}&#x3000;Absent {absent}</translation>
    </message>
    <message>
        <source>出勤（人·天）</source>
        <translation>Present (person-days)</translation>
    </message>
    <message>
        <source>正常工时（h）</source>
        <translation>Normal hours (h)</translation>
    </message>
    <message>
        <source>加班和假日（h）</source>
        <translation>Overtime, holidays (h)</translation>
    </message>
    <message>
        <source>不在岗（人·天）</source>
        <translation>Away (person-days)</translation>
    </message>
    <message>
        <source>到今天未填（格）</source>
        <translation>Open up to today (cells)</translation>
    </message>
    <message>
        <source>出勤</source>
        <translation>Days</translation>
    </message>
    <message>
        <source>出勤天数：有工时的每一天，半天也算一天</source>
        <translation>Days present: every day with hours, half a day too</translation>
    </message>
    <message>
        <source>工时</source>
        <translation>Hours</translation>
    </message>
    <message>
        <source>正常工时（小时）</source>
        <translation>Normal hours</translation>
    </message>
    <message>
        <source>加班</source>
        <translation>Extra</translation>
    </message>
    <message>
        <source>加班、休息日和法定节假日的工时（小时）</source>
        <translation>Hours of overtime, rest days and statutory holidays</translation>
    </message>
    <message>
        <source>请假</source>
        <translation>Leave</translation>
    </message>
    <message>
        <source>请假天数：假、病、带薪、伤</source>
        <translation>Days of leave: unpaid, sick, paid, injury</translation>
    </message>
    <message>
        <source>旷工</source>
        <translation>Abs.</translation>
    </message>
    <message>
        <source>旷工天数</source>
        <translation>Days absent</translation>
    </message>
    <message>
        <source>到今天还没有填的工作日；未填不算缺勤</source>
        <translation>Working days up to today not filled in; not filled in is not absent</translation>
    </message>
    <message>
        <source>出勤 人</source>
        <translation>Present</translation>
    </message>
    <message>
        <source>工时 h</source>
        <translation>Hours h</translation>
    </message>
    <message>
        <source>不在岗 人</source>
        <translation>Away</translation>
    </message>
    <message>
        <source>未填 人</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>{title}：出勤 {present}，正常 {normal} h，加班 {extra} h，请假 {leave}，旷工 {absent}，未填 {open}</source>
        <translation>{title}: present {present}, normal {normal} h, extra {extra} h, leave {leave}, absent {absent}, open {open}</translation>
    </message>
    <message>
        <source>空</source>
        <translation>empty</translation>
    </message>
    <message>
        <source>一</source>
        <translation>Mo</translation>
    </message>
    <message>
        <source>二</source>
        <translation>Tu</translation>
    </message>
    <message>
        <source>三</source>
        <translation>We</translation>
    </message>
    <message>
        <source>四</source>
        <translation>Th</translation>
    </message>
    <message>
        <source>五</source>
        <translation>Fr</translation>
    </message>
    <message>
        <source>六</source>
        <translation>Sa</translation>
    </message>
    <message>
        <source>日</source>
        <translation>Su</translation>
    </message>
    <message>
        <source>法</source>
        <translation>Hol</translation>
    </message>
    <message>
        <source>休</source>
        <translation>Off</translation>
    </message>
    <message>
        <source>{count} 格（{who}，{days}）</source>
        <translation>{count} cells ({who}, {days})</translation>
    </message>
</context>
<context>
    <name>AttendanceLegend</name>
    <message>
        <source>休息日</source>
        <translation>Rest</translation>
    </message>
    <message>
        <source>法定节假日</source>
        <translation>Holiday</translation>
    </message>
    <message>
        <source>不在职</source>
        <translation>Not employed</translation>
    </message>
    <message>
        <source>未填</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>已日结</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>全天</source>
        <translation>full</translation>
    </message>
    <message>
        <source>半天</source>
        <translation>half</translation>
    </message>
    <message>
        <source>小时</source>
        <translation>hours</translation>
    </message>
    <message>
        <source>加班</source>
        <translation>overtime</translation>
    </message>
    <message>
        <source>假日上班</source>
        <translation>on day off</translation>
    </message>
    <message>
        <source>休息</source>
        <translation>off</translation>
    </message>
    <message>
        <source>调休</source>
        <translation>swapped</translation>
    </message>
    <message>
        <source>事假</source>
        <translation>unpaid</translation>
    </message>
    <message>
        <source>旷工</source>
        <translation>absent</translation>
    </message>
    <message>
        <source>病假</source>
        <translation>sick</translation>
    </message>
    <message>
        <source>带薪假</source>
        <translation>paid</translation>
    </message>
    <message>
        <source>工伤</source>
        <translation>injury</translation>
    </message>
    <message>
        <source>Shift+箭头 选中，一个字母全填&#x3000;Ctrl+D 向下&#x3000;Ctrl+R 向右&#x3000;Ctrl+C/V 复制粘贴&#x3000;Ctrl+Z/Y 撤销重做&#x3000;Ctrl+↵ 打开当日</source>
        <translation>Shift+arrows select, one letter fills&#x3000;Ctrl+D down&#x3000;Ctrl+R right&#x3000;Ctrl+C/V copy, paste&#x3000;Ctrl+Z/Y undo, redo&#x3000;Ctrl+↵ open the day</translation>
    </message>
</context>
<context>
    <name>Bank</name>
    <message>
        <source>文件里没有这条记录。要写笔数和总金额时，按“加列”。</source>
        <translation>The file has no such record. To write count and total, press “Add”.</translation>
    </message>
    <message>
        <source>明细列</source>
        <translation>Columns</translation>
    </message>
    <message>
        <source>首记录</source>
        <translation>Head</translation>
    </message>
    <message>
        <source>尾记录</source>
        <translation>Trailer</translation>
    </message>
    <message>
        <source>加列</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>删列</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>上移</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>下移</source>
        <translation>Down</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Holds</translation>
    </message>
    <message>
        <source>标题</source>
        <translation>Heading</translation>
    </message>
    <message>
        <source>宽度（字节）</source>
        <translation>Width (bytes)</translation>
    </message>
    <message>
        <source>对齐</source>
        <translation>Align</translation>
    </message>
    <message>
        <source>补位</source>
        <translation>Fill</translation>
    </message>
    <message>
        <source>文字或样式</source>
        <translation>Text or pattern</translation>
    </message>
    <message>
        <source>宽度应为数字，如 20。</source>
        <translation>The width must be a number such as 20.</translation>
    </message>
    <message>
        <source>左</source>
        <translation>left</translation>
    </message>
    <message>
        <source>右</source>
        <translation>right</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>形式</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>分隔符</source>
        <translation>Delimiter</translation>
    </message>
    <message>
        <source>如 , 或 |，制表符写 TAB</source>
        <translation>such as , or |; TAB for a tab</translation>
    </message>
    <message>
        <source>引号</source>
        <translation>Quotes</translation>
    </message>
    <message>
        <source>编码</source>
        <translation>Encoding</translation>
    </message>
    <message>
        <source>金额</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>换行</source>
        <translation>Line end</translation>
    </message>
    <message>
        <source>标题行</source>
        <translation>Titles</translation>
    </message>
    <message>
        <source>文件名</source>
        <translation>File name</translation>
    </message>
    <message>
        <source>分隔符文本</source>
        <translation>Delimited text</translation>
    </message>
    <message>
        <source>定长文本</source>
        <translation>Fixed width</translation>
    </message>
    <message>
        <source>Excel 工作簿</source>
        <translation>Excel workbook</translation>
    </message>
    <message>
        <source>不加，遇到就拒绝</source>
        <translation>None; refuse a delimiter</translation>
    </message>
    <message>
        <source>需要时加引号</source>
        <translation>Where needed</translation>
    </message>
    <message>
        <source>全部加引号</source>
        <translation>Every value</translation>
    </message>
    <message>
        <source>GBK（老系统）</source>
        <translation>GBK (old systems)</translation>
    </message>
    <message>
        <source>UTF-8 带 BOM</source>
        <translation>UTF-8 with BOM</translation>
    </message>
    <message>
        <source>元，两位小数</source>
        <translation>Yuan, two decimals</translation>
    </message>
    <message>
        <source>分，整数</source>
        <translation>Whole fen</translation>
    </message>
    <message>
        <source>有</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>没有</source>
        <translation>No</translation>
    </message>
    <message>
        <source>银行代发文件</source>
        <translation>Bank file</translation>
    </message>
    <message>
        <source>写出文件…</source>
        <translation>Write file…</translation>
    </message>
    <message>
        <source>复制后修改</source>
        <translation>Copy to edit</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>导入…</source>
        <translation>Import…</translation>
    </message>
    <message>
        <source>导出…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>文件名、附言、月份和日期里可写：</source>
        <translation>In file name, remark, month and date you may write:</translation>
    </message>
    <message>
        <source>自己的</source>
        <translation>own</translation>
    </message>
    <message>
        <source>预设</source>
        <translation>preset</translation>
    </message>
    <message>
        <source>模板</source>
        <translation>Template</translation>
    </message>
    <message>
        <source>这个模板是较新的程序做的，这里读不懂。请先更新程序。</source>
        <translation>A newer program made this template; it cannot be read here. Update the program first.</translation>
    </message>
    <message>
        <source>列</source>
        <translation>Columns</translation>
    </message>
    <message>
        <source>{name} 副本</source>
        <translation>{name} copy</translation>
    </message>
    <message>
        <source>删除模板</source>
        <translation>Delete template</translation>
    </message>
    <message>
        <source>删除模板“{name}”？</source>
        <translation>Delete the template “{name}”?</translation>
    </message>
    <message>
        <source>留着</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>模板已导出为 {path}</source>
        <translation>Template exported to {path}</translation>
    </message>
    <message>
        <source>写银行代发文件</source>
        <translation>Writing the bank file</translation>
    </message>
    <message>
        <source>已写出 {path}：{count} 人，{total} 元。这不是发放：银行办完后在“发放”里登记。</source>
        <translation>Written {path}: {count} {count:worker|workers}, {total} yuan. This is no payment: note it under Payment when the bank has paid.</translation>
    </message>
    <message>
        <source>{count} 人&#x3000;{total} 元&#x3000;未列入 {skipped} 人</source>
        <translation>{count} {count:worker|workers}   {total} yuan   {skipped} left out</translation>
    </message>
    <message>
        <source>文件名：{name}</source>
        <translation>File name: {name}</translation>
    </message>
    <message>
        <source>预设只能看，要改请先“复制后修改”</source>
        <translation>A preset can only be read; “Copy to edit” makes your own</translation>
    </message>
    <message>
        <source>未列入：{names}</source>
        <translation>Left out: {names}</translation>
    </message>
    <message>
        <source>还有 {count} 处要改，改好才会保存：{first}</source>
        <translation>{count} to correct before it is saved: {first}</translation>
    </message>
    <message>
        <source>还有 {count} 处</source>
        <translation>{count} more</translation>
    </message>
    <message>
        <source>可以写出：账号以文本写出，写好后会读回来核对人数、账号和金额。预览里账号和身份证号只露后四位。</source>
        <translation>Ready to write. The file is read back and checked for people, accounts and amounts. Here accounts and ID numbers show their last four only.</translation>
    </message>
    <message>
        <source>样子：这个月有两份锁定的工资并存，作废其中一份才能写出。</source>
        <translation>Sample: two locked payrolls of this month stand side by side; void one of them before writing.</translation>
    </message>
    <message>
        <source>样子：这个月没有要通过银行发放的人。</source>
        <translation>Sample: nobody of this month is to be paid through the bank.</translation>
    </message>
    <message>
        <source>样子：这个月的工资还没有锁定，锁定后才能写出。</source>
        <translation>Sample: this month&apos;s payroll is not locked; lock it before writing.</translation>
    </message>
</context>
<context>
    <name>Book</name>
    <message>
        <source>导入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>工作簿的位置：选择、拖进来，或输入后回车</source>
        <translation>Where the workbook is: choose it, drop it here, or type the path and press Enter</translation>
    </message>
    <message>
        <source>以工作簿为准</source>
        <translation>Let the workbook win</translation>
    </message>
    <message>
        <source>只收正确的行</source>
        <translation>Take the good rows only</translation>
    </message>
    <message>
        <source>选择工作簿…</source>
        <translation>Choose a workbook…</translation>
    </message>
    <message>
        <source>空白工作簿…</source>
        <translation>Empty workbook…</translation>
    </message>
    <message>
        <source>这里导入每月的工作簿（xlsx）：先检查，看清会做什么，再导入。同一本导两次不会重复。</source>
        <translation>Monthly workbooks (xlsx) come in here: checked first, so that you see what would happen, then imported. The same book twice changes nothing.</translation>
    </message>
    <message>
        <source>没有问题，也没有提示。</source>
        <translation>No problems and no notes.</translation>
    </message>
    <message>
        <source>检查 {name}</source>
        <translation>Checking {name}</translation>
    </message>
    <message>
        <source>空白工作簿已存到 {file}，填写说明在最后一张表。</source>
        <translation>The empty workbook is in {file}; its last sheet says how to fill it in.</translation>
    </message>
    <message>
        <source>导入 {name}</source>
        <translation>Importing {name}</translation>
    </message>
    <message>
        <source>各表</source>
        <translation>Sheets</translation>
    </message>
    <message>
        <source>问题和提示</source>
        <translation>Problems and notes</translation>
    </message>
    <message>
        <source>问题和提示（{count}）</source>
        <translation>Problems and notes ({count})</translation>
    </message>
    <message>
        <source>把空白工作簿存到哪里</source>
        <translation>Where to save the empty workbook</translation>
    </message>
    <message>
        <source>工坊工作簿</source>
        <translation>workshop-book</translation>
    </message>
    <message>
        <source>选择工作簿</source>
        <translation>Choose a workbook</translation>
    </message>
    <message>
        <source>月份</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>正确的行</source>
        <translation>Good rows</translation>
    </message>
    <message>
        <source>新增和更新</source>
        <translation>New and updated</translation>
    </message>
    <message>
        <source>问题（条）</source>
        <translation>Problems</translation>
    </message>
    <message>
        <source>保留本机修改（条）</source>
        <translation>Edits kept</translation>
    </message>
    <message>
        <source>已导入 {month} 的记录。</source>
        <translation>The records of {month} have been imported.</translation>
    </message>
    <message>
        <source>有 {count} 处问题，还没有导入任何东西。改好工作簿再选一次，或只收正确的行。</source>
        <translation>{count} {count:problem|problems}; nothing has been imported yet. Correct the workbook and choose it again, or take the good rows only.</translation>
    </message>
    <message>
        <source>检查通过，还没有导入。按“导入”收下。</source>
        <translation>The check found no problem; nothing has been imported yet. Press Import to take it.</translation>
    </message>
    <message>
        <source>工作表</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>行</source>
        <translation>Rows</translation>
    </message>
    <message>
        <source>新增</source>
        <translation>New</translation>
    </message>
    <message>
        <source>更新</source>
        <translation>Updated</translation>
    </message>
    <message>
        <source>不变</source>
        <translation>Unchanged</translation>
    </message>
    <message>
        <source>保留本机</source>
        <translation>Kept</translation>
    </message>
    <message>
        <source>书里已没有</source>
        <translation>Gone</translation>
    </message>
    <message>
        <source>问题</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>保留</source>
        <translation>Kept</translation>
    </message>
    <message>
        <source>提示</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>级别</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>列</source>
        <translation>Column</translation>
    </message>
    <message>
        <source>是什么，怎么办</source>
        <translation>What it is and what to do</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>Correct</name>
    <message>
        <source>{day} 离职</source>
        <translation>left on {day}</translation>
    </message>
    <message>
        <source>锁定后有变化</source>
        <translation>changed since the lock</translation>
    </message>
    <message>
        <source>这个月没有离职的人。先在“工人”里填离职日期。</source>
        <translation>Nobody left this month. First fill in the day of leaving under Workers.</translation>
    </message>
    <message>
        <source>请写明原因：以后查账要用。</source>
        <translation>Give the reason: it is needed when the books are checked.</translation>
    </message>
    <message>
        <source>例如：10 月 12 日的 20 件漏记了</source>
        <translation>e.g. 20 pieces of 12 October were not noted</translation>
    </message>
    <message>
        <source>为什么更正</source>
        <translation>Why it is corrected</translation>
    </message>
    <message>
        <source>计算预览</source>
        <translation>Computing the preview</translation>
    </message>
    <message>
        <source>还有 {count} 个问题没有解决，不能锁定。第一个：{first}</source>
        <translation>It cannot be locked; open problems: {count}. The first: {first}</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>{count} 人，实发 {net} 元</source>
        <translation>People: {count}, net {net} yuan</translation>
    </message>
    <message>
        <source>{month} 已锁定，{count} 人，校验码 {code}。</source>
        <translation>{month} is locked; people: {count}, check code {code}.</translation>
    </message>
    <message>
        <source>预览：锁定的就是这些差额</source>
        <translation>Preview: these differences will be locked</translation>
    </message>
    <message>
        <source>预览：锁定的就是这些数</source>
        <translation>Preview: this will be locked</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>{count} 人，补发 {net} 元</source>
        <translation>People: {count}, {net} yuan more to pay</translation>
    </message>
    <message>
        <source>{count} 人，补发 {net} 元，扣回 {back} 元（从以后的工资里扣）</source>
        <translation>People: {count}, {net} more to pay, {back} taken back from coming wages</translation>
    </message>
    <message>
        <source>应发</source>
        <translation>Gross</translation>
    </message>
    <message>
        <source>社保</source>
        <translation>Social ins.</translation>
    </message>
    <message>
        <source>个税</source>
        <translation>Tax</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>赔偿</source>
        <translation>Damage</translation>
    </message>
    <message>
        <source>预支</source>
        <translation>Advance</translation>
    </message>
    <message>
        <source>实发</source>
        <translation>Net</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>锁定的应发</source>
        <translation>Gross as locked</translation>
    </message>
    <message>
        <source>按现在的记录</source>
        <translation>By records now</translation>
    </message>
    <message>
        <source>差额</source>
        <translation>Difference</translation>
    </message>
    <message>
        <source>离职结算</source>
        <translation>Settlement</translation>
    </message>
    <message>
        <source>离职的人当时就要结清工资。勾选要结算的人；其余的人照常算月工资。空格键勾选。</source>
        <translation>Who leaves is paid in full at once. Tick whom to settle with (Space); the others are paid with the month as usual.</translation>
    </message>
    <message>
        <source>锁定结算</source>
        <translation>Lock settlement</translation>
    </message>
    <message>
        <source>上半月工资</source>
        <translation>First half</translation>
    </message>
    <message>
        <source>付给约定半月结算的非全日制工人 1 日到 15 日的工资；月末的月工资会减去这部分。</source>
        <translation>Pays part-time workers with half-month terms for days 1 to 15; the month&apos;s payroll then pays the rest.</translation>
    </message>
    <message>
        <source>锁定上半月</source>
        <translation>Lock first half</translation>
    </message>
    <message>
        <source>更正</source>
        <translation>Correction</translation>
    </message>
    <message>
        <source>已发放的不改动，只补发或扣回差额。先把考勤、计件改对，再勾选（空格键）要更正的人。</source>
        <translation>What is paid stays; only differences are paid or taken back. First mend attendance and pieces, then tick (Space) whom to correct.</translation>
    </message>
    <message>
        <source>锁定更正</source>
        <translation>Lock correction</translation>
    </message>
    <message>
        <source>没有约定半月结算的非全日制工人，没有上半月工资可算。</source>
        <translation>No part-time worker has half-month terms: there is no first half to pay.</translation>
    </message>
    <message>
        <source>先在上面勾选要算的人。</source>
        <translation>First tick people above.</translation>
    </message>
    <message>
        <source>按现在的记录重算没有差别，没有可锁定的。先把考勤、计件等记录改对。</source>
        <translation>Computed again from today&apos;s records there is no difference: nothing to lock. First mend attendance, pieces and the like.</translation>
    </message>
</context>
<context>
    <name>Day</name>
    <message>
        <source>日期看不懂，请写成 2026-10-08、10-8、8 或“昨天”。</source>
        <translation>The date cannot be read; write 2026-10-08, 10-8, 8 or “yesterday”.</translation>
    </message>
    <message>
        <source>{year} 年没有 {month} 月 {day} 日，请改正。</source>
        <translation>There is no {year}-{month}-{day} in the calendar; correct it.</translation>
    </message>
    <message>
        <source>{day} 不会是这里要的日期：应在 {first} 年到 {last} 年之间。</source>
        <translation>{day} cannot be the date meant here: it lies between {first} and {last}.</translation>
    </message>
</context>
<context>
    <name>DayQuestion</name>
    <message>
        <source>哪一天</source>
        <translation>which day</translation>
    </message>
    <message>
        <source>就是这一天</source>
        <translation>This is the day</translation>
    </message>
</context>
<context>
    <name>Demonstration</name>
    <message>
        <source>示范 DEMO · 工坊账本</source>
        <translation>DEMO · Gongfang</translation>
    </message>
    <message>
        <source>示范 DEMO：不是真实记录，不上传</source>
        <translation>DEMO: no real records, sends nothing</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>已保存</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>程序内部出错（{name}），没有保存任何东西；详情已写入日志。请再试一次。</source>
        <translation>The program failed ({name}) and saved nothing; the log has the details. Please try again.</translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>给这一份添加照片…</source>
        <translation>Add a picture to this paper…</translation>
    </message>
    <message>
        <source>看照片</source>
        <translation>See the picture</translation>
    </message>
    <message>
        <source>先在上面选一份。照片可以是 JPG、PNG 或 PDF，加密保存在本机。</source>
        <translation>Choose a paper above first. A picture may be JPG, PNG or PDF; it is kept sealed on this PC.</translation>
    </message>
    <message>
        <source>保存照片</source>
        <translation>Keeping the picture</translation>
    </message>
    <message>
        <source>请先在上面选一份材料。</source>
        <translation>Choose a paper above first.</translation>
    </message>
    <message>
        <source>已存为 {path}</source>
        <translation>Saved as {path}</translation>
    </message>
    <message>
        <source>选照片</source>
        <translation>Choose a picture</translation>
    </message>
    <message>
        <source>存到哪里</source>
        <translation>Save where</translation>
    </message>
    <message>
        <source>合同和材料</source>
        <translation>Contracts and papers</translation>
    </message>
    <message>
        <source>新增材料</source>
        <translation>Add a paper</translation>
    </message>
    <message>
        <source>还没有材料，例如劳动合同、承揽协议、知情同意书。</source>
        <translation>No papers yet, such as a labour contract, a home-work agreement, a consent.</translation>
    </message>
    <message>
        <source>种类</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>从何日</source>
        <translation>From</translation>
    </message>
    <message>
        <source>到何日</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>照片</source>
        <translation>Picture</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>签订日期</source>
        <translation>Signed on</translation>
    </message>
    <message>
        <source>从何日起</source>
        <translation>Holds from</translation>
    </message>
    <message>
        <source>到何日止</source>
        <translation>Holds until</translation>
    </message>
    <message>
        <source>长期就空着</source>
        <translation>empty: without end</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>有</source>
        <translation>yes</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>查找</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>姓名、拼音首字母、编号、产品、页面或要做的事</source>
        <translation>Name, pinyin initials, number, product, page or deed</translation>
    </message>
    <message>
        <source>找到的</source>
        <translation>What was found</translation>
    </message>
    <message>
        <source>没有找到。可以打拼音首字母，如 aym，或编号。</source>
        <translation>Nothing found. Pinyin initials such as aym, or a number, find it too.</translation>
    </message>
    <message>
        <source>产品</source>
        <translation>Product</translation>
    </message>
    <message>
        <source>工人</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>已离职</source>
        <translation>left</translation>
    </message>
    <message>
        <source>↑↓ 选择&#x3000;↵ 打开&#x3000;Esc 关闭</source>
        <translation>↑↓ choose   ↵ open   Esc close</translation>
    </message>
    <message>
        <source>还有 {count} 个：再打一个字母。</source>
        <translation>{count} more: type another letter.</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>新建账本</source>
        <translation>Make the records</translation>
    </message>
    <message>
        <source>恢复密钥，只显示这一次</source>
        <translation>The recovery key, shown this once</translation>
    </message>
    <message>
        <source>忘记密码或电脑坏了时，只有它能打开账本和备份。请打印或抄写，锁好，与电脑分开存放。</source>
        <translation>Where the password is forgotten or the PC broken, only this key opens records and backups. Print or copy it, lock it away, apart from the PC.</translation>
    </message>
    <message>
        <source>第 {at} 组：{part}</source>
        <translation>Group {at}: {part}</translation>
    </message>
    <message>
        <source>打印或存为 PDF…</source>
        <translation>Print or save as PDF…</translation>
    </message>
    <message>
        <source>我已打印或抄写，并锁好了</source>
        <translation>I have printed or copied it and locked it away</translation>
    </message>
    <message>
        <source>丢了可以在“设置 › 备份”里换一个新的，前提是还能用密码登录。</source>
        <translation>If it is lost, &quot;Settings › Backup&quot; makes a new one, as long as the password still opens the records.</translation>
    </message>
    <message>
        <source>导入工人和本月记录</source>
        <translation>Import workers and this month</translation>
    </message>
    <message>
        <source>已有工作簿（xlsx）就在这里选它：先检查，列出问题，按“导入”才收下。没有就跳过，以后在“导入”页再做。</source>
        <translation>Choose your workbook (xlsx) here, if there is one: it is checked, problems are listed, and only &quot;Import&quot; takes it. Else skip; the page &quot;Import&quot; does the same later.</translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>跳过</source>
        <translation>Skip</translation>
    </message>
    <message>
        <source>试打印一页</source>
        <translation>Print a trial page</translation>
    </message>
    <message>
        <source>发工资那天才发现打印机不行就晚了。测试页上有一把 10 厘米的尺子、四周的框和各种文字。</source>
        <translation>Pay day is too late to learn that the printer fails. The page has a ruler of 10 cm, a frame at the margins and every script.</translation>
    </message>
    <message>
        <source>预览和打印测试页…</source>
        <translation>Preview and print the trial page…</translation>
    </message>
    <message>
        <source>没有打印机也能用：所有表格都可以存为 PDF，拿到别处打印。</source>
        <translation>It works without a printer too: every paper can be saved as PDF and printed elsewhere.</translation>
    </message>
    <message>
        <source>可以开始了</source>
        <translation>Ready to begin</translation>
    </message>
    <message>
        <source>账本已建好，下次打开用您的姓名和密码登录。</source>
        <translation>The records are made. Next time, log in by your name and password.</translation>
    </message>
    <message>
        <source>每天：在“今日”记出勤和计件，记完按 Ctrl+↵ 日结。</source>
        <translation>Every day: attendance and pieces in &quot;Today&quot;, then Ctrl+↵ closes the day.</translation>
    </message>
    <message>
        <source>每月：在“工资”按步骤检查、计算、核对、锁定、打印、发放。</source>
        <translation>Every month: &quot;Payroll&quot;, step by step: check, compute, review, lock, print, pay.</translation>
    </message>
    <message>
        <source>每周：把备份存到U盘（“设置 › 备份”）。</source>
        <translation>Every week: a backup on a USB stick (&quot;Settings › Backup&quot;).</translation>
    </message>
    <message>
        <source>找人、找产品、找页面：Ctrl+K。不知道怎么做：F1。</source>
        <translation>To find a person, a product, a page: Ctrl+K. Not sure how: F1.</translation>
    </message>
    <message>
        <source>打开账本</source>
        <translation>Open the records</translation>
    </message>
    <message>
        <source>工坊名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>行政区划代码</source>
        <translation>Region code</translation>
    </message>
    <message>
        <source>您的姓名</source>
        <translation>Your name</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>语言</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>工坊</source>
        <translation>Workshop</translation>
    </message>
    <message>
        <source>导入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>试打印</source>
        <translation>Trial print</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>欢迎使用工坊账本</source>
        <translation>Welcome to Gongfang</translation>
    </message>
    <message>
        <source>先选窗口里用的语言，以后可在“设置”里改。打印的表格总是中文。</source>
        <translation>Choose the language of the window; &quot;Settings&quot; changes it later. Papers are always printed in Chinese.</translation>
    </message>
    <message>
        <source>只想先看看？示范工坊里有一个月的样例，随便改也没关系：它与真实账本分开存放，不会上传。</source>
        <translation>Only looking? The demonstration holds a sample month. Change what you like: it lies apart from real records and sends nothing.</translation>
    </message>
    <message>
        <source>看看示范工坊</source>
        <translation>Look at the demonstration</translation>
    </message>
    <message>
        <source>哪个工坊，谁来用</source>
        <translation>Which workshop, and who uses it</translation>
    </message>
    <message>
        <source>第一台电脑新建工坊；工坊在县里已有记录，或这是第二台电脑，就用县里打印的入网单。</source>
        <translation>The first PC makes a new workshop. Where the county knows the workshop already, or on a second PC, join with the slip the county printed.</translation>
    </message>
    <message>
        <source>新建一个工坊</source>
        <translation>A new workshop</translation>
    </message>
    <message>
        <source>用入网单加入（需要网络）</source>
        <translation>Join with a slip (needs a network)</translation>
    </message>
    <message>
        <source>例如 龙潭彝绣工坊</source>
        <translation>for example Longtan Embroidery</translation>
    </message>
    <message>
        <source>县的 6 位数字代码</source>
        <translation>the county&apos;s 6 digits</translation>
    </message>
    <message>
        <source>入网单上 GF1 开头的一行</source>
        <translation>the line on the slip that begins with GF1</translation>
    </message>
    <message>
        <source>入网单</source>
        <translation>Slip</translation>
    </message>
    <message>
        <source>今后用这个名字登录</source>
        <translation>you log in by this name</translation>
    </message>
    <message>
        <source>设一个密码</source>
        <translation>Choose a password</translation>
    </message>
    <message>
        <source>账本加密存放，每次打开都要密码。至少 8 个字，几个词连起来最好记。按“新建账本”后才会写到硬盘上。</source>
        <translation>Records are encrypted and ask for it each time. At least 8 characters; a few words together are easiest to remember. Nothing is written before &quot;Make the records&quot;.</translation>
    </message>
    <message>
        <source>再输入一次</source>
        <translation>Once more</translation>
    </message>
    <message>
        <source>恢复密钥</source>
        <translation>Recovery key</translation>
    </message>
    <message>
        <source>恢复密钥还没有打印或抄写，关闭后不再显示。真要关闭，请再按一次 Esc 或再关一次。</source>
        <translation>The recovery key is neither printed nor copied, and is not shown again. To close all the same, press Esc or close once more.</translation>
    </message>
    <message>
        <source>工坊账本 · 第一次使用</source>
        <translation>Gongfang · First start</translation>
    </message>
    <message>
        <source>工坊账本</source>
        <translation>Gongfang</translation>
    </message>
    <message>
        <source>上一步</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>↵ 下一步&#x3000;</source>
        <translation>↵ next&#x3000;</translation>
    </message>
    <message>
        <source>Alt+← 上一步&#x3000;Alt+→ 下一步&#x3000;F1 帮助</source>
        <translation>Alt+← back&#x3000;Alt+→ next&#x3000;F1 help</translation>
    </message>
    <message>
        <source>正在准备示范工坊…</source>
        <translation>Preparing the demonstration…</translation>
    </message>
    <message>
        <source>正在新建账本…</source>
        <translation>Making the records…</translation>
    </message>
    <message>
        <source>还差一步：哪个工坊</source>
        <translation>One step is missing: which workshop</translation>
    </message>
    <message>
        <source>上次没有做完：账本已建好，还没有工坊。</source>
        <translation>The first start was not finished: the records are made, but hold no workshop yet.</translation>
    </message>
    <message>
        <source>恢复密钥没有显示过：打开后请在“设置 › 备份”里换一个新的，打印出来锁好。</source>
        <translation>The recovery key was never shown: make a new one in &quot;Settings › Backup&quot; and lock the print away.</translation>
    </message>
    <message>
        <source>继续</source>
        <translation>Go on</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>请选择</source>
        <translation>Choose</translation>
    </message>
    <message>
        <source>年-月-日</source>
        <translation>YYYY-MM-DD</translation>
    </message>
    <message>
        <source>请写一个整数，例如 10。</source>
        <translation>Write a whole number, for example 10.</translation>
    </message>
    <message>
        <source>数量看不懂，请写成 12 或 2.5，最多三位小数。</source>
        <translation>The quantity cannot be read. Write it like 12 or 2.5, with at most three decimals.</translation>
    </message>
    <message>
        <source>小时数看不懂，请写成 6 或 1.5。</source>
        <translation>The hours cannot be read. Write 6 or 1.5.</translation>
    </message>
    <message>
        <source>单价看不懂，请写成 2.35，最多四位小数。</source>
        <translation>This price cannot be read; write it like 2.35, with at most four decimals.</translation>
    </message>
    <message>
        <source>金额看不懂，请写成 2600 或 2600.50。</source>
        <translation>This amount cannot be read; write it as 2600 or 2600.50.</translation>
    </message>
</context>
<context>
    <name>HeatMap</name>
    <message>
        <source>没有工时</source>
        <translation>no hours</translation>
    </message>
    <message>
        <source>4 小时以内</source>
        <translation>up to 4 h</translation>
    </message>
    <message>
        <source>8 小时以内</source>
        <translation>up to 8 h</translation>
    </message>
    <message>
        <source>10 小时以内</source>
        <translation>up to 10 h</translation>
    </message>
    <message>
        <source>10 小时以上</source>
        <translation>over 10 h</translation>
    </message>
    <message>
        <source>考勤热图</source>
        <translation>Attendance heat map</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>工坊账本 · 使用说明</source>
        <translation>Gongfang · Manual</translation>
    </message>
    <message>
        <source>在说明里查找 Ctrl+F</source>
        <translation>Search the manual Ctrl+F</translation>
    </message>
    <message>
        <source>在说明里查找</source>
        <translation>Search the manual</translation>
    </message>
    <message>
        <source>目录</source>
        <translation>Contents</translation>
    </message>
    <message>
        <source>没有找到。换一个词，或清空查找框。</source>
        <translation>Nothing found. Try another word, or empty the field.</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Chapter</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>查看修改记录</source>
        <translation>Show history</translation>
    </message>
    <message>
        <source>{title}&#x3000;修改记录</source>
        <translation>{title}   History</translation>
    </message>
    <message>
        <source>没有修改记录。</source>
        <translation>Nothing was changed yet.</translation>
    </message>
    <message>
        <source>只显示最近 {count} 次修改。</source>
        <translation>Only the last {count} changes are shown.</translation>
    </message>
    <message>
        <source>{title}：{after}</source>
        <translation>{title}: {after}</translation>
    </message>
    <message>
        <source>{title}：{before} → {after}</source>
        <translation>{title}: {before} → {after}</translation>
    </message>
    <message>
        <source>空</source>
        <translation>blank</translation>
    </message>
    <message>
        <source>{user}（另一台电脑）</source>
        <translation>{user} (another PC)</translation>
    </message>
    <message>
        <source>新增</source>
        <translation>Added</translation>
    </message>
    <message>
        <source>修改</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Deleted</translation>
    </message>
    <message>
        <source>恢复</source>
        <translation>Restored</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undone</translation>
    </message>
</context>
<context>
    <name>Labels</name>
    <message>
        <source>二维码里是工坊、货号、名称、售价和校验码，手机一扫就能看到。</source>
        <translation>The QR code holds workshop, code, name, price and check digits; any phone shows them.</translation>
    </message>
    <message>
        <source>预览和打印</source>
        <translation>Preview and print</translation>
    </message>
    <message>
        <source>每种同样张数</source>
        <translation>The same number of each</translation>
    </message>
    <message>
        <source>按现存数，一件一张</source>
        <translation>As many as in stock, one each</translation>
    </message>
    <message>
        <source>标签纸</source>
        <translation>Label paper</translation>
    </message>
    <message>
        <source>数量</source>
        <translation>How many</translation>
    </message>
    <message>
        <source>每种张数</source>
        <translation>Labels of each</translation>
    </message>
    <message>
        <source>从第几格起</source>
        <translation>Begin at place</translation>
    </message>
    <message>
        <source>普通 A4 纸，{count} 个，有裁切线（{size} 毫米）</source>
        <translation>Plain A4, {count} with cut lines ({size} mm)</translation>
    </message>
    <message>
        <source>A4 不干胶，{count} 个（{size} 毫米）</source>
        <translation>A4 stickers, {count} ({size} mm)</translation>
    </message>
    <message>
        <source>卷筒标签，一页一个（{size} 毫米）</source>
        <translation>Roll, one a page ({size} mm)</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>{count} 种产品：{names} 等</source>
        <translation>{count} products: {names} and more</translation>
    </message>
    <message>
        <source>{count} 种产品：{names}</source>
        <translation>{count} product(s): {names}</translation>
    </message>
</context>
<context>
    <name>Lock</name>
    <message>
        <source>这个月还没有锁定过。锁定后，谁在什么时候锁定、撤回、发放，都记在这里。</source>
        <translation>This month was never locked. Once it is, who locked, reopened and paid it when is noted here.</translation>
    </message>
    <message>
        <source>两份的实发完全一样：作废任何一份都行。</source>
        <translation>Both pay exactly the same: void either.</translation>
    </message>
    <message>
        <source>撤回锁定…</source>
        <translation>Reopen…</translation>
    </message>
    <message>
        <source>作废…</source>
        <translation>Void…</translation>
    </message>
    <message>
        <source>更正…</source>
        <translation>Correct…</translation>
    </message>
    <message>
        <source>归档…</source>
        <translation>Archive…</translation>
    </message>
    <message>
        <source>取出归档…</source>
        <translation>Take out of archive…</translation>
    </message>
    <message>
        <source>离职结算…</source>
        <translation>Settle leavers…</translation>
    </message>
    <message>
        <source>上半月工资…</source>
        <translation>First half…</translation>
    </message>
    <message>
        <source>两份已锁定的工资付的是同样的人，在争议中：{codes}。不能发放，也不计入指标。选中一份看看，然后作废错的那份。</source>
        <translation>Two locked payrolls pay the same people and are in dispute: {codes}. Neither is paid or counted. Look at each, then void the wrong one.</translation>
    </message>
    <message>
        <source>锁定后记录有变化：{count} 人按现在的记录会算出别的数。已锁定的金额不变。{what}</source>
        <translation>Records changed since the lock; people whose figures would differ: {count}. Locked amounts stay. {what}</translation>
    </message>
    <message>
        <source>已经发放，用“更正”补发或扣回差额。</source>
        <translation>It is paid: use Correct to pay or take back the difference.</translation>
    </message>
    <message>
        <source>还没有发放，用“撤回锁定”改回草稿再锁定。</source>
        <translation>Nothing is paid yet: use Reopen, then lock again.</translation>
    </message>
    <message>
        <source>锁定的数与现在的记录一致，没有要更正的。</source>
        <translation>What is locked agrees with today&apos;s records: nothing to correct.</translation>
    </message>
    <message>
        <source>月工资用右上角的“锁定工资”。月中就要先付的（半月结算、离职），用右边的按钮另外锁定。</source>
        <translation>The month is locked by the blue button above. What must be paid before its end (half months, leavers) is locked apart, by the buttons at the right.</translation>
    </message>
</context>
<context>
    <name>Login</name>
    <message>
        <source>工坊账本 · 登录</source>
        <translation>Gongfang · Log in</translation>
    </message>
    <message>
        <source>打开账本</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>看看示范工坊</source>
        <translation>Look at the demonstration</translation>
    </message>
    <message>
        <source>请输入密码。</source>
        <translation>Enter the password.</translation>
    </message>
    <message>
        <source>正在准备示范工坊…</source>
        <translation>Preparing the demonstration…</translation>
    </message>
    <message>
        <source>工坊账本</source>
        <translation>Gongfang</translation>
    </message>
    <message>
        <source>用户</source>
        <translation>User</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
</context>
<context>
    <name>Materials</name>
    <message>
        <source>记下 ↵</source>
        <translation>Note ↵</translation>
    </message>
    <message>
        <source>编号、姓名、拼音</source>
        <translation>Number, name, pinyin</translation>
    </message>
    <message>
        <source>名称、拼音</source>
        <translation>Name, pinyin</translation>
    </message>
    <message>
        <source>没有就空着</source>
        <translation>Empty if none</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>种类</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>工人</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>原料</source>
        <translation>Material</translation>
    </message>
    <message>
        <source>数量</source>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>工人 ↵ 原料 ↵ 数量 ↵ 记下&#x3000;领走选领料，交回选退料，做活用掉选耗用&#x3000;Esc 清空</source>
        <translation>Worker ↵ material ↵ quantity ↵ noted&#x3000;Given out, returned, or used up in the work&#x3000;Esc empties the line</translation>
    </message>
    <message>
        <source>已记下：{worker} {kind} {material} {quantity}</source>
        <translation>Noted: {worker}, {kind}, {material} {quantity}</translation>
    </message>
    <message>
        <source>{name}（{unit}）</source>
        <translation>{name} ({unit})</translation>
    </message>
    <message>
        <source>这里是居家工人手上的原料：领走、交回和做活用掉的。先在右边登记原料，再记一笔领料。</source>
        <translation>Here stands what home workers hold: material given out, returned and used up. Enter the materials at the right first, then note what is given out.</translation>
    </message>
    <message>
        <source>登记领料</source>
        <translation>Give material out</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>领料</source>
        <translation>Given out</translation>
    </message>
    <message>
        <source>退料</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>耗用</source>
        <translation>Used up</translation>
    </message>
    <message>
        <source>结存</source>
        <translation>Held</translation>
    </message>
    <message>
        <source>最近</source>
        <translation>Newest</translation>
    </message>
    <message>
        <source>原料（种）</source>
        <translation>Materials</translation>
    </message>
    <message>
        <source>手上有料的人</source>
        <translation>Workers holding some</translation>
    </message>
    <message>
        <source>账面不够（笔）</source>
        <translation>Below zero</translation>
    </message>
    <message>
        <source>不够 {quantity}</source>
        <translation>short {quantity}</translation>
    </message>
    <message>
        <source>原料目录</source>
        <translation>Materials</translation>
    </message>
    <message>
        <source>登记原料</source>
        <translation>Add a material</translation>
    </message>
    <message>
        <source>还没有原料。先登记绣线、布料、银丝等。</source>
        <translation>No materials yet. Enter thread, cloth, silver wire and the like.</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>在外</source>
        <translation>Out</translation>
    </message>
    <message>
        <source>例如：绣线</source>
        <translation>Such as thread</translation>
    </message>
    <message>
        <source>卷、米、克</source>
        <translation>roll, metre, gram</translation>
    </message>
    <message>
        <source>去掉</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>数量（{unit}）</source>
        <translation>Quantity ({unit})</translation>
    </message>
    <message>
        <source>领退料记录</source>
        <translation>Moves</translation>
    </message>
    <message>
        <source>记一笔</source>
        <translation>Note a move</translation>
    </message>
    <message>
        <source>没有记录。</source>
        <translation>No moves.</translation>
    </message>
    <message>
        <source>只显示最近 {count} 条。</source>
        <translation>Only the newest {count} are shown.</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>已存为 {path}</source>
        <translation>Saved as {path}</translation>
    </message>
    <message>
        <source>存到哪里</source>
        <translation>Where to save</translation>
    </message>
    <message>
        <source>查找 Ctrl+F</source>
        <translation>Find Ctrl+F</translation>
    </message>
</context>
<context>
    <name>Papers</name>
    <message>
        <source>纸</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>用来做什么</source>
        <translation>What it is for</translation>
    </message>
    <message>
        <source>属于</source>
        <translation>Belongs to</translation>
    </message>
    <message>
        <source>能不能打印</source>
        <translation>Can it be printed</translation>
    </message>
    <message>
        <source>{month} 全部</source>
        <translation>{month}, all payrolls</translation>
    </message>
    <message>
        <source>到 {month} 的十二个月</source>
        <translation>twelve months to {month}</translation>
    </message>
    <message>
        <source>今天</source>
        <translation>today</translation>
    </message>
    <message>
        <source>随时</source>
        <translation>any time</translation>
    </message>
    <message>
        <source>{kind} · 草稿</source>
        <translation>{kind} · draft</translation>
    </message>
    <message>
        <source>本月每天的考勤，每人签名；后面附热图</source>
        <translation>The month&apos;s marks, signed by everybody; the heat map behind it</translation>
    </message>
    <message>
        <source>本月在职的人签收、签到，事由手写</source>
        <translation>Everybody employed signs; what for is written by hand</translation>
    </message>
    <message>
        <source>编号和姓名也手写</source>
        <translation>Numbers and names by hand too</translation>
    </message>
    <message>
        <source>每人十二个月的应发，后面附人均收入图</source>
        <translation>Twelve months&apos; gross pay of each; the average as a chart behind it</translation>
    </message>
    <message>
        <source>十二个月的产量和图</source>
        <translation>Twelve months of output, with a chart</translation>
    </message>
    <message>
        <source>十二个月的订单、销售额、退货和图</source>
        <translation>Twelve months of orders, sales and returns, with a chart</translation>
    </message>
    <message>
        <source>每种产品账面现存多少</source>
        <translation>How much of each product lies there by the books</translation>
    </message>
    <message>
        <source>贴在产品上：名称、货号、价格和二维码</source>
        <translation>For the products: name, code, price and QR code</translation>
    </message>
    <message>
        <source>忘记密码或电脑坏了时打开账本和备份</source>
        <translation>Opens records and backups when the password or the PC is lost</translation>
    </message>
    <message>
        <source>看打印机的大小、边和各种文字对不对</source>
        <translation>Whether the printer&apos;s size, edges and scripts are right</translation>
    </message>
    <message>
        <source>还没有</source>
        <translation>nothing yet</translation>
    </message>
    <message>
        <source>可以打印（种）</source>
        <translation>Can be printed</translation>
    </message>
    <message>
        <source>还不能（种）</source>
        <translation>Not yet</translation>
    </message>
    <message>
        <source>这台电脑上次打印</source>
        <translation>Last printed on this PC</translation>
    </message>
    <message>
        <source>什么时候</source>
        <translation>When</translation>
    </message>
    <message>
        <source>本月全部</source>
        <translation>the whole month</translation>
    </message>
    <message>
        <source>✓ 可以存</source>
        <translation>✓ can be saved</translation>
    </message>
    <message>
        <source>✓ {given} 人可以打印，其余 {others} 人不能</source>
        <translation>✓ ready for {given}, not for {others}</translation>
    </message>
    <message>
        <source>草稿：只能看，不作依据</source>
        <translation>Draft: to look at only</translation>
    </message>
    <message>
        <source>✓ 可以打印</source>
        <translation>✓ ready</translation>
    </message>
    <message>
        <source>每人签字按手印，工坊留底，检查时看这一份</source>
        <translation>Signed by everybody and kept; what inspectors look at</translation>
    </message>
    <message>
        <source>剪开发给每个人，一页八张，二维码可以核对真伪</source>
        <translation>Cut up and handed out, eight to a page; the code proves each genuine</translation>
    </message>
    <message>
        <source>居家承揽和劳务的加工费，与工资分开签收</source>
        <translation>Fees of home work and services, signed apart from wages</translation>
    </message>
    <message>
        <source>贴在公示栏，姓名和金额按设置遮住，没有证件号和账号</source>
        <translation>For the notice board; names and amounts masked as set, no numbers</translation>
    </message>
    <message>
        <source>发现金用：每人多少，要准备哪些面额的钞票</source>
        <translation>For paying in cash: how much each, and which banknotes to fetch</translation>
    </message>
    <message>
        <source>要接着用表格处理的人：工资和每一行明细的 XLSX</source>
        <translation>For who goes on in a spreadsheet: wages and every line as XLSX</translation>
    </message>
    <message>
        <source>导入自然人电子税务局扣缴端申报个税</source>
        <translation>For the tax office&apos;s withholding client</translation>
    </message>
    <message>
        <source>给一个人开收入证明：最近十二个月实际发放的</source>
        <translation>Proof of income for one person: what was paid in twelve months</translation>
    </message>
    <message>
        <source>申请奖补用：花名册、六个月工资凭证、合同和证件清单</source>
        <translation>To apply for subsidies: roster, six months of proofs, contracts, IDs</translation>
    </message>
    <message>
        <source>姓名：全名</source>
        <translation>Names in full</translation>
    </message>
    <message>
        <source>姓名：王*</source>
        <translation>Names: Wang *</translation>
    </message>
    <message>
        <source>姓名：王某</source>
        <translation>Surnames only</translation>
    </message>
    <message>
        <source>金额：照实</source>
        <translation>Exact amounts</translation>
    </message>
    <message>
        <source>金额：只写区间</source>
        <translation>Amounts in bands</translation>
    </message>
    <message>
        <source>金额：不写</source>
        <translation>No amounts</translation>
    </message>
    <message>
        <source>正在写表格</source>
        <translation>Writing the spreadsheet</translation>
    </message>
    <message>
        <source>凭证打印</source>
        <translation>Papers</translation>
    </message>
    <message>
        <source>预览和打印 ↵</source>
        <translation>Preview and print ↵</translation>
    </message>
    <message>
        <source>这里是能打印的纸。正在看有哪些。</source>
        <translation>Here are the papers that can be printed. Looking which there are.</translation>
    </message>
    <message>
        <source>看能打印什么</source>
        <translation>Looking what can be printed</translation>
    </message>
    <message>
        <source>产品标签</source>
        <translation>Product labels</translation>
    </message>
    <message>
        <source>存为 PDF…</source>
        <translation>Save as PDF…</translation>
    </message>
    <message>
        <source>打印…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>存为 XLSX…</source>
        <translation>Save as XLSX…</translation>
    </message>
    <message>
        <source>去处理</source>
        <translation>Go there</translation>
    </message>
    <message>
        <source>带上每一行的算式</source>
        <translation>With each line&apos;s formula</translation>
    </message>
    <message>
        <source>给谁开证明</source>
        <translation>Whom the certificate is for</translation>
    </message>
    <message>
        <source>公示上的姓名</source>
        <translation>Names on the board</translation>
    </message>
    <message>
        <source>公示上的金额</source>
        <translation>Amounts on the board</translation>
    </message>
    <message>
        <source>有账号的人也发现金</source>
        <translation>Cash also for those with an account</translation>
    </message>
    <message>
        <source>准备打印的内容</source>
        <translation>Preparing the paper</translation>
    </message>
    <message>
        <source>已存为 {path}</source>
        <translation>Saved as {path}</translation>
    </message>
    <message>
        <source>存到哪里</source>
        <translation>Save where</translation>
    </message>
</context>
<context>
    <name>Pay</name>
    <message>
        <source>锁定工资以后，在这里登记发放。</source>
        <translation>Once the payroll is locked, payments are noted here.</translation>
    </message>
    <message>
        <source>先勾选已经发到的人：点方框，或按空格键。</source>
        <translation>First tick who was paid: click the box or press Space.</translation>
    </message>
    <message>
        <source>登记发放</source>
        <translation>Noting payments</translation>
    </message>
    <message>
        <source>先选中款项退回的那个人：他要有已发放的款项。</source>
        <translation>First stand on the person whose money came back: something must be paid to them.</translation>
    </message>
    <message>
        <source>{no} {name}：{day} 发放的 {amount} 元退回来了。登记后这笔重新变为未发放，可以再发。</source>
        <translation>{no} {name}: the {amount} yuan paid on {day} came back. Once noted it is open again and can be paid anew.</translation>
    </message>
    <message>
        <source>登记退回</source>
        <translation>Note a return</translation>
    </message>
    <message>
        <source>为什么退回</source>
        <translation>Why it came back</translation>
    </message>
    <message>
        <source>例如：账号已注销</source>
        <translation>e.g. the account is closed</translation>
    </message>
    <message>
        <source>全选未发</source>
        <translation>Tick all open</translation>
    </message>
    <message>
        <source>全不选</source>
        <translation>Tick none</translation>
    </message>
    <message>
        <source>登记退回…</source>
        <translation>Note a return…</translation>
    </message>
    <message>
        <source>取出归档…</source>
        <translation>Take out of archive…</translation>
    </message>
    <message>
        <source>已归档，不能登记退回：先取出归档</source>
        <translation>Archived, so no return can be noted: take it out of the archive first</translation>
    </message>
    <message>
        <source>银行文件…</source>
        <translation>Bank file…</translation>
    </message>
    <message>
        <source>现金清单</source>
        <translation>Cash list</translation>
    </message>
    <message>
        <source>登记为已发（{count} 人 {sum} 元）</source>
        <translation>Note as paid ({count}: {sum})</translation>
    </message>
    <message>
        <source>登记为已发</source>
        <translation>Note as paid</translation>
    </message>
    <message>
        <source>{count} 人没有银行账号，不能转账：{names}。改选“现金”，或在“工人”里补账号。</source>
        <translation>Without a bank account, so not by bank ({count}): {names}. Choose cash, or add the account under Workers.</translation>
    </message>
    <message>
        <source>已登记 {count} 人 {sum} 元。还有 {open} 人未发放。</source>
        <translation>Noted as paid: {count}, {sum} yuan. Still open: {open}.</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>实发</source>
        <translation>Net</translation>
    </message>
    <message>
        <source>已发</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>未发</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>方式</source>
        <translation>By</translation>
    </message>
    <message>
        <source>发放日期</source>
        <translation>Paid on</translation>
    </message>
    <message>
        <source>银行和账号</source>
        <translation>Bank and account</translation>
    </message>
    <message>
        <source>退回</source>
        <translation>Came back</translation>
    </message>
    <message>
        <source>多发 {sum}</source>
        <translation>Overpaid {sum}</translation>
    </message>
    <message>
        <source>✓ 已发</source>
        <translation>✓ paid</translation>
    </message>
    <message>
        <source>退回待发</source>
        <translation>came back</translation>
    </message>
    <message>
        <source>没有账号</source>
        <translation>no account</translation>
    </message>
    <message>
        <source>{count} 人未发</source>
        <translation>{count} open</translation>
    </message>
    <message>
        <source>✓ 发完</source>
        <translation>✓ all paid</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>Total</translation>
    </message>
</context>
<context>
    <name>PayTerms</name>
    <message>
        <source>离职日期</source>
        <translation>Leaving date</translation>
    </message>
    <message>
        <source>最后一天上班的日期；还在职就空着。离职时应一次付清工资。</source>
        <translation>The last day of work; empty while employed. Wages are to be paid in full when somebody leaves.</translation>
    </message>
    <message>
        <source>登记离职日期</source>
        <translation>Note the leaving date</translation>
    </message>
    <message>
        <source>从哪一天起按什么发</source>
        <translation>What is paid from which day on</translation>
    </message>
    <message>
        <source>新约定（加薪、改计薪）</source>
        <translation>New terms (a raise …)</translation>
    </message>
    <message>
        <source>还没有工资约定：没有它就不能计算工资。</source>
        <translation>No pay terms yet: without them no wages can be computed.</translation>
    </message>
    <message>
        <source>从…起</source>
        <translation>From</translation>
    </message>
    <message>
        <source>用工</source>
        <translation>Relation</translation>
    </message>
    <message>
        <source>计薪</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>标准（元）</source>
        <translation>Rate (yuan)</translation>
    </message>
    <message>
        <source>从哪一天起</source>
        <translation>From (date)</translation>
    </message>
    <message>
        <source>用工形式</source>
        <translation>Employment</translation>
    </message>
    <message>
        <source>计薪方式</source>
        <translation>Pay basis</translation>
    </message>
    <message>
        <source>计件空着</source>
        <translation>empty for pieces</translation>
    </message>
    <message>
        <source>结算周期</source>
        <translation>Settled by</translation>
    </message>
    <message>
        <source>社保个人（元/月）</source>
        <translation>Social (yuan/month)</translation>
    </message>
    <message>
        <source>固定金额</source>
        <translation>fixed amount</translation>
    </message>
    <message>
        <source>或缴费基数（元）</source>
        <translation>or base (yuan)</translation>
    </message>
    <message>
        <source>按费率算</source>
        <translation>rates apply to it</translation>
    </message>
    <message>
        <source>专项附加扣除（元/月）</source>
        <translation>Extra tax deduction</translation>
    </message>
    <message>
        <source>扣除方式</source>
        <translation>Tax method</translation>
    </message>
    <message>
        <source>现行</source>
        <translation>now</translation>
    </message>
    <message>
        <source>将来</source>
        <translation>later</translation>
    </message>
    <message>
        <source>期初（年中开始使用本程序）</source>
        <translation>Opening (a start in mid-year)</translation>
    </message>
    <message>
        <source>填写期初</source>
        <translation>Add an opening</translation>
    </message>
    <message>
        <source>没有期初：从一月起或入职起的工资都在本程序里。</source>
        <translation>No opening: all wages since January, or since the hiring, are in this program.</translation>
    </message>
    <message>
        <source>本程序首月</source>
        <translation>First month</translation>
    </message>
    <message>
        <source>月数</source>
        <translation>Months</translation>
    </message>
    <message>
        <source>累计收入（元）</source>
        <translation>Income (yuan)</translation>
    </message>
    <message>
        <source>已扣税（元）</source>
        <translation>Tax (yuan)</translation>
    </message>
    <message>
        <source>填写用本程序发第一个月工资之前，这一年在本单位的累计数和结转余额。</source>
        <translation>This year&apos;s sums at this employer before the first month paid with this program, and the balances brought forward.</translation>
    </message>
    <message>
        <source>年份</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>之前的月数</source>
        <translation>Months before it</translation>
    </message>
    <message>
        <source>累计社保（元）</source>
        <translation>Social (yuan)</translation>
    </message>
    <message>
        <source>累计附加扣除（元）</source>
        <translation>Extra deductions</translation>
    </message>
    <message>
        <source>累计已扣税（元）</source>
        <translation>Tax withheld (yuan)</translation>
    </message>
    <message>
        <source>预支余额（元）</source>
        <translation>Advance left (yuan)</translation>
    </message>
    <message>
        <source>赔偿余额（元）</source>
        <translation>Compensation left</translation>
    </message>
</context>
<context>
    <name>Payroll</name>
    <message>
        <source>工资</source>
        <translation>Payroll</translation>
    </message>
    <message>
        <source>所有工坊</source>
        <translation>All workshops</translation>
    </message>
    <message>
        <source>重新计算 F5</source>
        <translation>Recompute F5</translation>
    </message>
    <message>
        <source>下一步（Ctrl+↵）</source>
        <translation>Next (Ctrl+↵)</translation>
    </message>
    <message>
        <source>‹ 回到本工坊</source>
        <translation>‹ This workshop</translation>
    </message>
    <message>
        <source>看是谁</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>更正…</source>
        <translation>Correct…</translation>
    </message>
    <message>
        <source>撤回锁定…</source>
        <translation>Reopen…</translation>
    </message>
    <message>
        <source>锁定后记录有变化（{count} 人）：{names}。已锁定的金额不变。</source>
        <translation>Changed since the lock ({count}): {names}. Locked amounts stay.</translation>
    </message>
    <message>
        <source>锁定工资</source>
        <translation>Lock payroll</translation>
    </message>
    <message>
        <source>这个月没有在职的工人，没有工资可算。</source>
        <translation>Nobody was employed this month: there are no wages to compute.</translation>
    </message>
    <message>
        <source>工资已锁定：锁定时的检查清单不再更新。</source>
        <translation>The payroll is locked: the check list is no longer updated.</translation>
    </message>
    <message>
        <source>{must} 条必须处理后才能锁定；{look} 条请核对，不影响锁定。回车或点“去处理”。</source>
        <translation>To fix before locking: {must}; to look at: {look}. Enter or a click on “Go there”.</translation>
    </message>
    <message>
        <source>没有必须处理的。下面 {look} 条请核对，不影响锁定。</source>
        <translation>Nothing must be fixed. To look at, none of it hindering the lock: {look}.</translation>
    </message>
    <message>
        <source>检查清单是空的：没有要处理的，也没有要核对的。</source>
        <translation>The check list is empty: nothing to settle and nothing to check.</translation>
    </message>
    <message>
        <source>这一条只要看一看，没有要改的地方。</source>
        <translation>This is to look at only; there is nothing to mend.</translation>
    </message>
    <message>
        <source>按现在的记录算出（F5 重新计算）。点一个人看每一行的算式。</source>
        <translation>Computed from today&apos;s records (F5 computes again). Click a person for each line&apos;s formula.</translation>
    </message>
    <message>
        <source>锁定时的数，不会再变。点一个人看每一行的算式。</source>
        <translation>Figures of the lock, which never change. Click a person for each line&apos;s formula.</translation>
    </message>
    <message>
        <source>上个月没有锁定的工资，没有可比的。</source>
        <translation>No payroll of last month is locked: nothing to compare with.</translation>
    </message>
    <message>
        <source>▲ {count} 人比上月变化 30% 以上，排在最前：请逐个点开核对。</source>
        <translation>▲ Changed by 30 % or more, shown first ({count}): open each and check.</translation>
    </message>
    <message>
        <source>没有人比上月变化 30% 以上。</source>
        <translation>Nobody changed by 30 % or more.</translation>
    </message>
    <message>
        <source>计算 {month} 的工资</source>
        <translation>Computing the payroll of {month}</translation>
    </message>
    <message>
        <source>{month} 已锁定，校验码 {code}。下一步：打印台账。</source>
        <translation>{month} is locked, check code {code}. Next: print the ledger.</translation>
    </message>
    <message>
        <source>{month}：{count} 人，实发 {net} 元。锁定后金额不再变动，可以打印和发放。</source>
        <translation>{month}: {count} {count:person|people}, {net} yuan net. Once locked the amounts stay and can be printed and paid.</translation>
    </message>
    <message>
        <source>检查清单里还有 {count} 条“请核对”，不影响锁定。</source>
        <translation>The check list still has things to look at ({count}); they do not hinder the lock.</translation>
    </message>
    <message>
        <source>锁定</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>再看看</source>
        <translation>Not yet</translation>
    </message>
    <message>
        <source>撤回锁定</source>
        <translation>Reopen</translation>
    </message>
    <message>
        <source>撤回后可以改记录，再重新锁定。已打印的台账作废，要重新打印。</source>
        <translation>Records can then be mended and the month locked again. A ledger printed before is void: print it anew.</translation>
    </message>
    <message>
        <source>撤回</source>
        <translation>Reopen</translation>
    </message>
    <message>
        <source>为什么撤回</source>
        <translation>Why it is reopened</translation>
    </message>
    <message>
        <source>例如：10 月 21 日的计件漏记了</source>
        <translation>e.g. pieces of 21 October were not noted</translation>
    </message>
    <message>
        <source>作废这一份</source>
        <translation>Void this payroll</translation>
    </message>
    <message>
        <source>作废后这一份不再计数，留下的那一份有效。不能恢复。</source>
        <translation>It then counts nowhere and the other one stands. This cannot be taken back.</translation>
    </message>
    <message>
        <source>作废</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>为什么作废</source>
        <translation>Why it is void</translation>
    </message>
    <message>
        <source>例如：两台电脑各锁了一次，以另一份为准</source>
        <translation>e.g. locked on two PCs; the other one holds</translation>
    </message>
    <message>
        <source>归档</source>
        <translation>Archive</translation>
    </message>
    <message>
        <source>已全部发放。归档后不能再登记退回；银行过后退款时可以再取出。台账随时可以再打印。</source>
        <translation>All of it is paid. Once archived no return can be noted; if the bank sends money back later it can be taken out again. The ledger can be printed at any time.</translation>
    </message>
    <message>
        <source>取出归档</source>
        <translation>Take out of archive</translation>
    </message>
    <message>
        <source>取出后可以登记退回、再发放，办完再归档。已锁定的金额不变。</source>
        <translation>Then a return can be noted and paid again; archive it when done. The locked amounts do not change.</translation>
    </message>
    <message>
        <source>取出</source>
        <translation>Take out</translation>
    </message>
    <message>
        <source>为什么取出</source>
        <translation>Why it is taken out</translation>
    </message>
    <message>
        <source>例如：银行退回了一笔款项</source>
        <translation>For example: the bank sent a payment back</translation>
    </message>
    <message>
        <source>{month} {kind}：{count} 人，实发 {net} 元。</source>
        <translation>{month}, {kind}: {count} {count:person|people}, {net} yuan net.</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>用工</source>
        <translation>Relation</translation>
    </message>
    <message>
        <source>工时 h</source>
        <translation>Hours</translation>
    </message>
    <message>
        <source>应发</source>
        <translation>Gross</translation>
    </message>
    <message>
        <source>社保</source>
        <translation>Social ins.</translation>
    </message>
    <message>
        <source>个税</source>
        <translation>Tax</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>赔偿</source>
        <translation>Damage</translation>
    </message>
    <message>
        <source>预支</source>
        <translation>Advance</translation>
    </message>
    <message>
        <source>实发</source>
        <translation>Net</translation>
    </message>
    <message>
        <source>是什么，怎么办</source>
        <translation>What it is, what to do</translation>
    </message>
    <message>
        <source>回车</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>本月应发</source>
        <translation>Gross now</translation>
    </message>
    <message>
        <source>上月应发</source>
        <translation>Gross before</translation>
    </message>
    <message>
        <source>差额</source>
        <translation>Difference</translation>
    </message>
    <message>
        <source>本月实发</source>
        <translation>Net now</translation>
    </message>
    <message>
        <source>上月实发</source>
        <translation>Net before</translation>
    </message>
    <message>
        <source>变化</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>{count} 人变化大</source>
        <translation>Large changes: {count}</translation>
    </message>
    <message>
        <source>本月没有工资</source>
        <translation>no wages this month</translation>
    </message>
    <message>
        <source>上月没有工资</source>
        <translation>no wages last month</translation>
    </message>
    <message>
        <source>▲ {share} 变化大</source>
        <translation>▲ {share} large</translation>
    </message>
    <message>
        <source>▲ 实发 {share} 变化大</source>
        <translation>▲ net {share} large</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>人数</source>
        <translation>People</translation>
    </message>
    <message>
        <source>已发</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>锁定日期</source>
        <translation>Locked on</translation>
    </message>
    <message>
        <source>最近一步</source>
        <translation>Last step</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>实发 {code}</source>
        <translation>Net {code}</translation>
    </message>
    <message>
        <source>锁定的应发</source>
        <translation>Gross as locked</translation>
    </message>
    <message>
        <source>按现在的记录</source>
        <translation>By records now</translation>
    </message>
    <message>
        <source>应发差额</source>
        <translation>Difference</translation>
    </message>
    <message>
        <source>应补发</source>
        <translation>To pay</translation>
    </message>
    <message>
        <source>应扣回</source>
        <translation>To take back</translation>
    </message>
    <message>
        <source>{count} 人</source>
        <translation>{count} {count:worker|workers}</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>工人（人）</source>
        <translation>Workers</translation>
    </message>
    <message>
        <source>应发合计（元）</source>
        <translation>Gross (yuan)</translation>
    </message>
    <message>
        <source>实发合计（元）</source>
        <translation>Net (yuan)</translation>
    </message>
    <message>
        <source>校验码</source>
        <translation>Check code</translation>
    </message>
    <message>
        <source>必须处理（条）</source>
        <translation>To settle</translation>
    </message>
    <message>
        <source>处理问题（{count}）</source>
        <translation>Fix problems ({count})</translation>
    </message>
    <message>
        <source>处理争议</source>
        <translation>Settle dispute</translation>
    </message>
    <message>
        <source>请核对（条）</source>
        <translation>To check</translation>
    </message>
    <message>
        <source>检查</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>月工资 · 草稿</source>
        <translation>month&apos;s payroll · draft</translation>
    </message>
    <message>
        <source>争议</source>
        <translation>disputed</translation>
    </message>
    <message>
        <source>部分发放</source>
        <translation>paid in part</translation>
    </message>
    <message>
        <source>已锁定</source>
        <translation>locked</translation>
    </message>
    <message>
        <source>已撤回</source>
        <translation>reopened</translation>
    </message>
    <message>
        <source>已发放</source>
        <translation>paid</translation>
    </message>
    <message>
        <source>已作废</source>
        <translation>void</translation>
    </message>
    <message>
        <source>已归档</source>
        <translation>archived</translation>
    </message>
    <message>
        <source>计算</source>
        <translation>Compute</translation>
    </message>
    <message>
        <source>核对</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>发放</source>
        <translation>Pay</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>未发放（元）</source>
        <translation>Open (yuan)</translation>
    </message>
    <message>
        <source>必须处理</source>
        <translation>To settle</translation>
    </message>
    <message>
        <source>请核对</source>
        <translation>To check</translation>
    </message>
    <message>
        <source>去处理 ›</source>
        <translation>Go there ›</translation>
    </message>
    <message>
        <source>级别</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>工人</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>工人</source>
        <translation>Workers</translation>
    </message>
    <message>
        <source>工资设置</source>
        <translation>Wage settings</translation>
    </message>
    <message>
        <source>新增工人</source>
        <translation>Add worker</translation>
    </message>
    <message>
        <source>导入工作簿</source>
        <translation>Import a workbook</translation>
    </message>
    <message>
        <source>这里是工坊里的工人。还没有人：从工作簿导入，或新增工人。</source>
        <translation>The workshop&apos;s workers stand here. There is nobody yet: import a workbook or add a worker.</translation>
    </message>
    <message>
        <source>读取工人</source>
        <translation>Reading the workers</translation>
    </message>
    <message>
        <source>修改</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>身份证号</source>
        <translation>ID number</translation>
    </message>
    <message>
        <source>手机</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>银行账号</source>
        <translation>Bank account</translation>
    </message>
    <message>
        <source>显示完整号码会留下记录：谁、何时、看了谁的哪一项。</source>
        <translation>Showing a number in full is recorded: who saw whose, and when.</translation>
    </message>
    <message>
        <source>显示</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>已显示，并已记录。</source>
        <translation>Shown, and recorded.</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>性别</source>
        <translation>Sex</translation>
    </message>
    <message>
        <source>用工形式</source>
        <translation>Relation</translation>
    </message>
    <message>
        <source>计薪方式</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>标准（元）</source>
        <translation>Rate (yuan)</translation>
    </message>
    <message>
        <source>入职</source>
        <translation>Hired</translation>
    </message>
    <message>
        <source>离职</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>在职（人）</source>
        <translation>Employed</translation>
    </message>
    <message>
        <source>脱贫户和监测对象（人 / 在职）</source>
        <translation>Lifted or monitored households (of employed)</translation>
    </message>
    <message>
        <source>缺身份证号或手机（人）</source>
        <translation>ID or phone missing</translation>
    </message>
    <message>
        <source>用工和计薪</source>
        <translation>Relation, basis</translation>
    </message>
    <message>
        <source>性别 民族</source>
        <translation>Sex, ethnicity</translation>
    </message>
    <message>
        <source>村组</source>
        <translation>Village</translation>
    </message>
    <message>
        <source>传承人级别</source>
        <translation>Inheritor level</translation>
    </message>
    <message>
        <source>师傅编号</source>
        <translation>Mentor&apos;s no.</translation>
    </message>
    <message>
        <source>开户行</source>
        <translation>Bank</translation>
    </message>
    <message>
        <source>在职</source>
        <translation>Employed</translation>
    </message>
    <message>
        <source>已离职</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>尚未入职</source>
        <translation>Not yet hired</translation>
    </message>
    <message>
        <source>缺</source>
        <translation>missing</translation>
    </message>
    <message>
        <source>资料</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>工资约定</source>
        <translation>Pay terms</translation>
    </message>
    <message>
        <source>补贴扣款</source>
        <translation>Extras</translation>
    </message>
    <message>
        <source>预支</source>
        <translation>Advances</translation>
    </message>
    <message>
        <source>材料</source>
        <translation>Papers</translation>
    </message>
</context>
<context>
    <name>Photos</name>
    <message>
        <source>签字页照片</source>
        <translation>Signed page</translation>
    </message>
    <message>
        <source>签完字按完手印，拍下来留存：把照片拖到这里，或点“添加照片”（JPG、PNG、PDF）。</source>
        <translation>Once signed, photograph the pages and keep them: drop pictures here or use Add (JPG, PNG, PDF).</translation>
    </message>
    <message>
        <source>添加照片…</source>
        <translation>Add…</translation>
    </message>
    <message>
        <source>保存照片</source>
        <translation>Keeping the photograph</translation>
    </message>
    <message>
        <source>第 {at} 张，{size} KB。回车打开。</source>
        <translation>Photograph {at}, {size} KB. Enter opens it.</translation>
    </message>
    <message>
        <source>已存为 {path}</source>
        <translation>Saved as {path}</translation>
    </message>
    <message>
        <source>选照片</source>
        <translation>Choose photographs</translation>
    </message>
    <message>
        <source>存到哪里</source>
        <translation>Save where</translation>
    </message>
    <message>
        <source>拍错了，取下这张</source>
        <translation>Wrong picture: take it off</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>Plans</name>
    <message>
        <source>固定补贴</source>
        <translation>Recurring allowances</translation>
    </message>
    <message>
        <source>全员补贴（每位领工资的人）</source>
        <translation>Allowances for everybody on wages</translation>
    </message>
    <message>
        <source>新增补贴</source>
        <translation>Add an allowance</translation>
    </message>
    <message>
        <source>没有固定补贴，例如全勤奖、每个出勤天的餐补。</source>
        <translation>No recurring allowances, such as a full-attendance bonus or meals for each day present.</translation>
    </message>
    <message>
        <source>不再发时填最后一天；撤回则当作从来没有过。</source>
        <translation>To end it, give its last day; withdrawn, it counts as never given.</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>怎样发</source>
        <translation>Paid for</translation>
    </message>
    <message>
        <source>金额（元）</source>
        <translation>Yuan</translation>
    </message>
    <message>
        <source>是</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>否</source>
        <translation>no</translation>
    </message>
    <message>
        <source>例如 全勤奖</source>
        <translation>e.g. attendance bonus</translation>
    </message>
    <message>
        <source>特殊津贴（不计入最低工资）</source>
        <translation>Outside minimum wage</translation>
    </message>
    <message>
        <source>从哪一天起</source>
        <translation>From (date)</translation>
    </message>
    <message>
        <source>到哪一天止</source>
        <translation>To (date)</translation>
    </message>
    <message>
        <source>一直发就空着</source>
        <translation>empty while it lasts</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>现行</source>
        <translation>now</translation>
    </message>
    <message>
        <source>·全员</source>
        <translation> (all)</translation>
    </message>
    <message>
        <source>将来</source>
        <translation>later</translation>
    </message>
    <message>
        <source>已止</source>
        <translation>over</translation>
    </message>
    <message>
        <source>标“全员”的在“工资设置”里修改。</source>
        <translation>Those for everybody are changed under “Wage settings”.</translation>
    </message>
    <message>
        <source>扣款计划（分月扣）</source>
        <translation>Deduction plans (by the month)</translation>
    </message>
    <message>
        <source>新增扣款计划</source>
        <translation>Add a plan</translation>
    </message>
    <message>
        <source>没有扣款计划。</source>
        <translation>No deduction plans.</translation>
    </message>
    <message>
        <source>项目</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>每月（元）</source>
        <translation>Monthly</translation>
    </message>
    <message>
        <source>总额（元）</source>
        <translation>Total (yuan)</translation>
    </message>
    <message>
        <source>还剩（元）</source>
        <translation>Left (yuan)</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>例如 摔坏缝纫机</source>
        <translation>e.g. broken machine</translation>
    </message>
    <message>
        <source>每月扣（元）</source>
        <translation>Monthly (yuan)</translation>
    </message>
    <message>
        <source>从哪个月起</source>
        <translation>From (month)</translation>
    </message>
    <message>
        <source>一次性增减（本月起）</source>
        <translation>Single amounts from this month on</translation>
    </message>
    <message>
        <source>新增一笔</source>
        <translation>Add one</translation>
    </message>
    <message>
        <source>本月没有一次性的补贴或扣款。</source>
        <translation>No single allowance or deduction this month.</translation>
    </message>
    <message>
        <source>月份</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>例如 高温补贴</source>
        <translation>e.g. heat allowance</translation>
    </message>
    <message>
        <source>预支（先付的钱，从以后的工资里扣）</source>
        <translation>Advances, taken from later wages</translation>
    </message>
    <message>
        <source>新增预支</source>
        <translation>Add an advance</translation>
    </message>
    <message>
        <source>没有预支。</source>
        <translation>No advances.</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>付出的日期</source>
        <translation>Paid out on</translation>
    </message>
    <message>
        <source>一次扣清就空着</source>
        <translation>empty: all at once</translation>
    </message>
    <message>
        <source>期初预支还剩 {left} 元。</source>
        <translation>{left} yuan are left of the opening&apos;s advance. </translation>
    </message>
    <message>
        <source>更正查出多付的还剩 {left} 元。</source>
        <translation>{left} yuan are left of what a correction found overpaid. </translation>
    </message>
    <message>
        <source>同一人另一段用工的还剩 {left} 元。</source>
        <translation>{left} yuan are left from the person&apos;s other employment. </translation>
    </message>
    <message>
        <source>一共还剩 {left} 元。</source>
        <translation>{left} yuan are left in all.</translation>
    </message>
    <message>
        <source>已扣清</source>
        <translation>repaid</translation>
    </message>
    <message>
        <source>一次扣清</source>
        <translation>at once</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>正在写 PDF</source>
        <translation>Writing the PDF</translation>
    </message>
    <message>
        <source>已存为 {path}</source>
        <translation>Saved as {path}</translation>
    </message>
    <message>
        <source>正在打印</source>
        <translation>Printing</translation>
    </message>
    <message>
        <source>已送到打印机，共 {pages} 页</source>
        <translation>Sent to the printer, {pages} {pages:page|pages}</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>已取消</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>{title} {month}&#x3000;共 {count} 页</source>
        <translation>{title} {month}, {count} {count:page|pages}</translation>
    </message>
    <message>
        <source>草稿：锁定后才能作为发放依据</source>
        <translation>Draft: pay by the locked ledger only</translation>
    </message>
    <message>
        <source>存为 PDF…</source>
        <translation>Save PDF…</translation>
    </message>
    <message>
        <source>打印…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>存为 PDF</source>
        <translation>Save as PDF</translation>
    </message>
</context>
<context>
    <name>Processes</name>
    <message>
        <source>工序</source>
        <translation>Process</translation>
    </message>
    <message>
        <source>新工序</source>
        <translation>New process</translation>
    </message>
    <message>
        <source>还没有工序。计件要先有工序，例如 刺绣、缝制。</source>
        <translation>No processes yet. Pieces are counted by process, such as embroidery or sewing.</translation>
    </message>
    <message>
        <source>现行单价（元）</source>
        <translation>Price now (yuan)</translation>
    </message>
    <message>
        <source>工序名称</source>
        <translation>Name of the process</translation>
    </message>
    <message>
        <source>改名后，以前的计件也用新名称；登记过计件的工序不能去掉。</source>
        <translation>After renaming, earlier pieces bear the new name too. A process with pieces cannot be left off.</translation>
    </message>
    <message>
        <source>去掉</source>
        <translation>Leave off</translation>
    </message>
    <message>
        <source>工序 等级</source>
        <translation>Process, grade</translation>
    </message>
    <message>
        <source>还没有单价：没有单价的计件不能计算工资。</source>
        <translation>No prices yet: pieces without a price cannot be paid.</translation>
    </message>
</context>
<context>
    <name>Product</name>
    <message>
        <source>照片</source>
        <translation>The picture</translation>
    </message>
    <message>
        <source>资料</source>
        <translation>Facts</translation>
    </message>
    <message>
        <source>出入库</source>
        <translation>Stock moves</translation>
    </message>
    <message>
        <source>工序单价</source>
        <translation>Processes, prices</translation>
    </message>
    <message>
        <source>修改</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>打印标签</source>
        <translation>Print labels</translation>
    </message>
    <message>
        <source>保存照片</source>
        <translation>Saving the picture</translation>
    </message>
    <message>
        <source>换照片…</source>
        <translation>Change picture…</translation>
    </message>
    <message>
        <source>添加照片…</source>
        <translation>Add a picture…</translation>
    </message>
    <message>
        <source>取下照片</source>
        <translation>Take picture off</translation>
    </message>
    <message>
        <source>删除…</source>
        <translation>Delete…</translation>
    </message>
    <message>
        <source>{name} 的照片</source>
        <translation>Picture of {name}</translation>
    </message>
    <message>
        <source>删除产品</source>
        <translation>Delete product</translation>
    </message>
    <message>
        <source>“{name}”不再出现在任何列表里。有工序、计件、销售或出入库的产品不能删除。</source>
        <translation>“{name}” will appear in no list any more. A product with processes, pieces, sales or stock moves cannot be deleted.</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>选照片</source>
        <translation>Choose a picture</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>现存</source>
        <translation>In stock</translation>
    </message>
    <message>
        <source>为什么</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>库存金额（元）</source>
        <translation>Value (yuan)</translation>
    </message>
    <message>
        <source>售价（元）</source>
        <translation>Price (yuan)</translation>
    </message>
    <message>
        <source>期初</source>
        <translation>Opening</translation>
    </message>
    <message>
        <source>累计入库</source>
        <translation>Received in all</translation>
    </message>
    <message>
        <source>累计售出</source>
        <translation>Sold in all</translation>
    </message>
    <message>
        <source>累计领用报损</source>
        <translation>Taken or lost</translation>
    </message>
    <message>
        <source>盘点调整</source>
        <translation>By counts</translation>
    </message>
    <message>
        <source>非遗项目</source>
        <translation>Heritage item</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Category</translation>
    </message>
</context>
<context>
    <name>ProductForm</name>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>货号</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>例如 P001</source>
        <translation>such as P001</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>非遗项目</source>
        <translation>Heritage item</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>件、套、米</source>
        <translation>piece, set, metre</translation>
    </message>
    <message>
        <source>售价（元）</source>
        <translation>Price (yuan)</translation>
    </message>
    <message>
        <source>期初库存</source>
        <translation>Opening stock</translation>
    </message>
</context>
<context>
    <name>Production</name>
    <message>
        <source>生产</source>
        <translation>Production</translation>
    </message>
    <message>
        <source>查找：工人、产品、工序或日期</source>
        <translation>Find: worker, product, process or date</translation>
    </message>
    <message>
        <source>记一笔 Ctrl+N</source>
        <translation>New entry Ctrl+N</translation>
    </message>
    <message>
        <source>明细</source>
        <translation>Entries</translation>
    </message>
    <message>
        <source>按日</source>
        <translation>By day</translation>
    </message>
    <message>
        <source>按工人</source>
        <translation>By worker</translation>
    </message>
    <message>
        <source>按产品工序</source>
        <translation>By process</translation>
    </message>
    <message>
        <source>原料</source>
        <translation>Materials</translation>
    </message>
    <message>
        <source>这里是做好的活：谁做了哪道工序多少件。这段时间还没有，在上面一行记一笔。</source>
        <translation>Here stands the work done: who made how many pieces of which process. There is none in this span yet; note an entry in the line above.</translation>
    </message>
    <message>
        <source>记一笔</source>
        <translation>Note an entry</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>读取计件</source>
        <translation>Reading piece entries</translation>
    </message>
    <message>
        <source>{months} 工资已锁定：现在的修改会显示为“锁定后有变化”。</source>
        <translation>The payroll of {months} is locked: changes now will show as “differs since lock”.</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>已删除 {day} {workers} {quantity} 件，Ctrl+Z 恢复。</source>
        <translation>Deleted: {day} {workers}, {quantity} pieces. Ctrl+Z brings it back.</translation>
    </message>
    <message>
        <source>当日单价：{price}</source>
        <translation>Price that day: {price}</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>来自：{source}</source>
        <translation>From: {source}</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>工人</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>03，或几个人 03,07,12</source>
        <translation>03, or several: 03,07,12</translation>
    </message>
    <message>
        <source>产品·工序</source>
        <translation>Product·process</translation>
    </message>
    <message>
        <source>合格</source>
        <translation>Good</translation>
    </message>
    <message>
        <source>返工</source>
        <translation>Rework</translation>
    </message>
    <message>
        <source>工废</source>
        <translation>Scrap (w.)</translation>
    </message>
    <message>
        <source>料废</source>
        <translation>Scrap (m.)</translation>
    </message>
    <message>
        <source>时段</source>
        <translation>Hours</translation>
    </message>
    <message>
        <source>分摊</source>
        <translation>Shares</translation>
    </message>
    <message>
        <source>7.5:6:4.25，空着平分</source>
        <translation>7.5:6:4.25, empty for equal</translation>
    </message>
    <message>
        <source>记下 ↵</source>
        <translation>Note ↵</translation>
    </message>
    <message>
        <source>按考勤</source>
        <translation>By mark</translation>
    </message>
    <message>
        <source>工人 ↵ 产品·工序 ↵ 数量 ↵ 记下&#x3000;几个人合做写 03,07,12&#x3000;Tab 到返工和废品&#x3000;Esc 清空这一行</source>
        <translation>Worker ↵ product·process ↵ pieces ↵ noted&#x3000;Several workers: 03,07,12&#x3000;Tab to rework and scrap&#x3000;Esc empties the line</translation>
    </message>
    <message>
        <source>编号、姓名、拼音</source>
        <translation>Number, name, pinyin</translation>
    </message>
    <message>
        <source>货号、名称、拼音</source>
        <translation>Code, name, pinyin</translation>
    </message>
    <message>
        <source>空着平分</source>
        <translation>Equal</translation>
    </message>
    <message>
        <source>几个人合做时各人的比例，例如 7.5:6:4.25；空着就是平分</source>
        <translation>Shares of a team in the order of its names, such as 7.5:6:4.25; empty means equal</translation>
    </message>
    <message>
        <source>已记下：{day} {workers} {item} {quantity} 件</source>
        <translation>Noted: {day} {workers} {item}, {quantity} pieces</translation>
    </message>
    <message>
        <source>单价（元）</source>
        <translation>Price (yuan)</translation>
    </message>
    <message>
        <source>{count} 笔</source>
        <translation>entries: {count}</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>笔数</source>
        <translation>Entries</translation>
    </message>
    <message>
        <source>其中合做</source>
        <translation>By teams</translation>
    </message>
    <message>
        <source>返工率</source>
        <translation>Rework share</translation>
    </message>
    <message>
        <source>废品率</source>
        <translation>Scrap share</translation>
    </message>
    <message>
        <source>合格（件）</source>
        <translation>Good (pieces)</translation>
    </message>
    <message>
        <source>做活的人</source>
        <translation>Workers</translation>
    </message>
    <message>
        <source>没有单价（笔）</source>
        <translation>Without a price (entries)</translation>
    </message>
    <message>
        <source>（没有分摊）</source>
        <translation>(no shares)</translation>
    </message>
    <message>
        <source>{count} 人合做：{numbers}</source>
        <translation>Team of {count}: {numbers}</translation>
    </message>
    <message>
        <source>无单价</source>
        <translation>No price</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>货号</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>这段时间没有计件。</source>
        <translation>No piece entries in this span.</translation>
    </message>
</context>
<context>
    <name>Products</name>
    <message>
        <source>产品库存</source>
        <translation>Products &amp; stock</translation>
    </message>
    <message>
        <source>查找产品：货号、名称或类别</source>
        <translation>Find products: code, name or category</translation>
    </message>
    <message>
        <source>打印标签</source>
        <translation>Print labels</translation>
    </message>
    <message>
        <source>新增产品</source>
        <translation>New product</translation>
    </message>
    <message>
        <source>读取产品</source>
        <translation>Reading products</translation>
    </message>
    <message>
        <source>已删除</source>
        <translation>Deleted</translation>
    </message>
    <message>
        <source>产品</source>
        <translation>Products</translation>
    </message>
    <message>
        <source>库存图</source>
        <translation>Stock levels</translation>
    </message>
    <message>
        <source>盘点</source>
        <translation>Stocktake</translation>
    </message>
    <message>
        <source>产品和库存</source>
        <translation>Products and their stock</translation>
    </message>
    <message>
        <source>修改</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>这里是工坊做的产品和库存。还没有产品：新增产品，或在“导入”里从工作簿导入。</source>
        <translation>The products the workshop makes, and their stock. None yet: add one, or take them from a workbook under Import.</translation>
    </message>
    <message>
        <source>没有找到。清空查找框可看到全部产品。</source>
        <translation>Nothing found. Clear the search to see all products.</translation>
    </message>
    <message>
        <source>账面现存数，各按自己的单位；红色是账上为负。</source>
        <translation>Stock by the books, each in its own unit; red is less than nothing.</translation>
    </message>
    <message>
        <source>打印库存图</source>
        <translation>Print the chart</translation>
    </message>
    <message>
        <source>没有产品，也就没有库存图。先新增产品。</source>
        <translation>No products, so no stock levels. Add a product first.</translation>
    </message>
    <message>
        <source>货号</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>售价（元）</source>
        <translation>Price (yuan)</translation>
    </message>
    <message>
        <source>本月入</source>
        <translation>In, month</translation>
    </message>
    <message>
        <source>本月出</source>
        <translation>Out, month</translation>
    </message>
    <message>
        <source>现存</source>
        <translation>In stock</translation>
    </message>
    <message>
        <source>库存金额（元）</source>
        <translation>Value (yuan)</translation>
    </message>
    <message>
        <source>工序</source>
        <translation>Processes</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>{count} 种</source>
        <translation>{count} products</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>产品（种）</source>
        <translation>Products</translation>
    </message>
    <message>
        <source>有库存（种）</source>
        <translation>In stock</translation>
    </message>
    <message>
        <source>账上为负（种）</source>
        <translation>Below zero by the books</translation>
    </message>
    <message>
        <source>缺货号或售价（种）</source>
        <translation>Without code or price</translation>
    </message>
    <message>
        <source>没有售价</source>
        <translation>No price</translation>
    </message>
    <message>
        <source>缺</source>
        <translation>None</translation>
    </message>
    <message>
        <source>{quantity}&#x3000;账上为负</source>
        <translation>{quantity}, below zero</translation>
    </message>
</context>
<context>
    <name>Programme</name>
    <message>
        <source>项目指标</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>指标</source>
        <translation>Indicators</translation>
    </message>
    <message>
        <source>各月</source>
        <translation>Months</translation>
    </message>
    <message>
        <source>全部工坊</source>
        <translation>All workshops</translation>
    </message>
    <message>
        <source>打印凭证</source>
        <translation>Print papers</translation>
    </message>
    <message>
        <source>这里是从记录里算出的指标。正在算。</source>
        <translation>Here are the indicators reckoned from the records. Reckoning.</translation>
    </message>
    <message>
        <source>去看记录</source>
        <translation>See records</translation>
    </message>
    <message>
        <source>正在算每个工坊的指标。</source>
        <translation>Reckoning every workshop&apos;s indicators.</translation>
    </message>
    <message>
        <source>计算指标</source>
        <translation>Reckoning indicators</translation>
    </message>
    <message>
        <source>都从记录里算出，没有估计的数；“没有”是记录给不出。年度目标还没有登记的地方。回车看怎么算、缺什么。</source>
        <translation>All reckoned from the records, nothing is guessed; “none” is what they do not give. There is no place for yearly targets yet. Enter shows how each is reckoned and what is missing.</translation>
    </message>
    <message>
        <source>收入只算已锁定的工资；没有锁定的月份不画柱子，不是零。</source>
        <translation>Income is of locked payrolls only; a month that is not locked has no column, which is not zero.</translation>
    </message>
    <message>
        <source>一个人在两个工坊，各算一次；县里按身份证号每人只算一次。回车打开一个工坊。</source>
        <translation>Somebody in two workshops counts in both here; the county counts each once, by ID number. Enter opens a workshop.</translation>
    </message>
    <message>
        <source>全部工人：人均</source>
        <translation>All workers: average</translation>
    </message>
    <message>
        <source>图上画什么</source>
        <translation>What the chart shows</translation>
    </message>
    <message>
        <source>谁的收入</source>
        <translation>Whose income</translation>
    </message>
    <message>
        <source>各月收入</source>
        <translation>Income by month</translation>
    </message>
    <message>
        <source>各月产量</source>
        <translation>Output by month</translation>
    </message>
    <message>
        <source>各月销售</source>
        <translation>Sales by month</translation>
    </message>
    <message>
        <source>打印…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>元</source>
        <translation>¥</translation>
    </message>
    <message>
        <source>件</source>
        <translation>pcs</translation>
    </message>
    <message>
        <source>合格</source>
        <translation>good</translation>
    </message>
    <message>
        <source>净额</source>
        <translation>net</translation>
    </message>
    <message>
        <source>退货</source>
        <translation>returned</translation>
    </message>
    <message>
        <source>应发</source>
        <translation>gross pay</translation>
    </message>
    <message>
        <source>人均应发</source>
        <translation>gross per worker</translation>
    </message>
    <message>
        <source>这十二个月还没有锁定的工资，没有收入可画。到“工资”里检查、核对、锁定；产量和销售可在上面选。</source>
        <translation>No payroll of these twelve months is locked yet, so there is no income to draw. Check, review and lock it in Payroll; output and sales can be chosen above.</translation>
    </message>
    <message>
        <source>去工资</source>
        <translation>To Payroll</translation>
    </message>
    <message>
        <source>这十二个月还没有计件记录，没有产量可画。到“生产”里记。</source>
        <translation>No pieces are noted in these twelve months, so there is no output to draw. Note them in Production.</translation>
    </message>
    <message>
        <source>去生产</source>
        <translation>To Production</translation>
    </message>
    <message>
        <source>这十二个月还没有销售记录，没有销售可画。到“销售”里记。</source>
        <translation>No sales are noted in these twelve months, so there is nothing to draw. Note them in Sales.</translation>
    </message>
    <message>
        <source>去销售</source>
        <translation>To Sales</translation>
    </message>
    <message>
        <source>怎么算</source>
        <translation>How it is reckoned</translation>
    </message>
    <message>
        <source>{year} 年 1 月至 {month}</source>
        <translation>{year}-01 to {month}</translation>
    </message>
    <message>
        <source>记录齐了。</source>
        <translation>The records are complete.</translation>
    </message>
    <message>
        <source>目标：这里还没有登记年度目标的地方，只列实际数。</source>
        <translation>Target: there is no place for yearly targets yet, only actual figures are listed.</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>还缺什么记录</source>
        <translation>Records still missing</translation>
    </message>
    <message>
        <source>没有</source>
        <translation>none</translation>
    </message>
    <message>
        <source>人</source>
        <translation>people</translation>
    </message>
    <message>
        <source>次</source>
        <translation>sessions</translation>
    </message>
    <message>
        <source>人次</source>
        <translation>times</translation>
    </message>
    <message>
        <source>单</source>
        <translation>orders</translation>
    </message>
    <message>
        <source>学时</source>
        <translation>hours</translation>
    </message>
    <message>
        <source>占比</source>
        <translation>share</translation>
    </message>
    <message>
        <source>{name}（{unit}）</source>
        <translation>{name} ({unit})</translation>
    </message>
    <message>
        <source>月份</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>在职</source>
        <translation>Staff</translation>
    </message>
    <message>
        <source>发放</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>人均（元）</source>
        <translation>Average ¥</translation>
    </message>
    <message>
        <source>产量（件）</source>
        <translation>Output</translation>
    </message>
    <message>
        <source>销售净额（元）</source>
        <translation>Net sales ¥</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>争议</source>
        <translation>disputed</translation>
    </message>
    <message>
        <source>未锁定</source>
        <translation>not locked</translation>
    </message>
    <message>
        <source>{month}：没有锁定的工资</source>
        <translation>{month}: no payroll is locked</translation>
    </message>
    <message>
        <source>在职（人）</source>
        <translation>Employed</translation>
    </message>
    <message>
        <source>发放（人）</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>应发（元）</source>
        <translation>Gross ¥</translation>
    </message>
    <message>
        <source>培训（人）</source>
        <translation>Trained</translation>
    </message>
    <message>
        <source>培训（人次）</source>
        <translation>Attendances</translation>
    </message>
    <message>
        <source>工坊</source>
        <translation>Workshop</translation>
    </message>
    <message>
        <source>还缺（项）</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>{count} 个工坊</source>
        <translation>{count} {count:workshop|workshops}</translation>
    </message>
</context>
<context>
    <name>Records</name>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>撤回</source>
        <translation>Withdraw</translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message>
        <source>规则</source>
        <translation>Rules</translation>
    </message>
    <message>
        <source>信任公钥…</source>
        <translation>Trust a key…</translation>
    </message>
    <message>
        <source>从文件更新…</source>
        <translation>Update from a file…</translation>
    </message>
    <message>
        <source>规则包</source>
        <translation>Rule packs</translation>
    </message>
    <message>
        <source>日历和地方节日</source>
        <translation>Calendar</translation>
    </message>
    <message>
        <source>这一年的法定节假日还不知道：更新程序，或导入县里下发的规则包。</source>
        <translation>The statutory days of this year are not known: update the program, or take the county&apos;s rule pack.</translation>
    </message>
    <message>
        <source>导入规则包</source>
        <translation>Taking the rule pack</translation>
    </message>
    <message>
        <source>“{name}”的公钥早已信任，指纹 {fingerprint}。</source>
        <translation>The key of “{name}” was trusted already, fingerprint {fingerprint}.</translation>
    </message>
    <message>
        <source>“{name}”的公钥，指纹：

{fingerprint}

请打电话或当面与县里逐字核对。信任以后，由它签名的规则包都可以导入，并用来算工资。不一致就取消，告诉县里。</source>
        <translation>The key of “{name}” has the fingerprint

{fingerprint}

Compare it with the county, sign by sign, by phone or in person. Once trusted, every rule pack it signs can be taken in and wages are computed by it. If it differs, cancel and tell the county.</translation>
    </message>
    <message>
        <source>信任县里的公钥</source>
        <translation>Trust a county&apos;s key</translation>
    </message>
    <message>
        <source>指纹一致，信任</source>
        <translation>It is the same: trust it</translation>
    </message>
    <message>
        <source>已信任“{name}”的公钥，指纹 {fingerprint}。</source>
        <translation>The key of “{name}” is trusted, fingerprint {fingerprint}.</translation>
    </message>
    <message>
        <source>{name} 早已有了，没有改动。</source>
        <translation>{name} was known already; nothing changed.</translation>
    </message>
    <message>
        <source>已导入 {name}。</source>
        <translation>{name} taken.</translation>
    </message>
    <message>
        <source>选择县里的公钥文件</source>
        <translation>Choose the county&apos;s key file</translation>
    </message>
    <message>
        <source>公钥文件 (*.json)</source>
        <translation>Key files (*.json)</translation>
    </message>
    <message>
        <source>选择签过名的规则包</source>
        <translation>Choose a signed rule pack</translation>
    </message>
    <message>
        <source>规则包 (*.json)</source>
        <translation>Rule packs (*.json)</translation>
    </message>
    <message>
        <source>地方节日</source>
        <translation>Local festivals</translation>
    </message>
    <message>
        <source>新增节日</source>
        <translation>Add a festival</translation>
    </message>
    <message>
        <source>这里填本县的节日，例如火把节、彝族年：是否按三倍计薪由县里文件定。</source>
        <translation>The county&apos;s own festivals belong here, such as a Yi New Year. Whether they pay threefold, the county&apos;s document says.</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>节日</source>
        <translation>Festival</translation>
    </message>
    <message>
        <source>三倍</source>
        <translation>× 3</translation>
    </message>
    <message>
        <source>工资</source>
        <translation>Wages</translation>
    </message>
    <message>
        <source>已锁定</source>
        <translation>Locked</translation>
    </message>
    <message>
        <source>国家法定节假日已在日历里，同一天不能再加。已锁定的工资不会改变。</source>
        <translation>National statutory days are in the calendar already and cannot be added again. Locked wages stay as they are.</translation>
    </message>
    <message>
        <source>是</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>否</source>
        <translation>No</translation>
    </message>
    <message>
        <source>按法定节假日计薪（三倍）</source>
        <translation>Pays as a statutory day</translation>
    </message>
    <message>
        <source>{year} 暂定</source>
        <translation>{year} provisional</translation>
    </message>
    <message>
        <source>{year} 全年</source>
        <translation>{year}, all year</translation>
    </message>
    <message>
        <source>有效（个）</source>
        <translation>In force</translation>
    </message>
    <message>
        <source>60 天内到期（个）</source>
        <translation>Ending within 60 days</translation>
    </message>
    <message>
        <source>没有规则包（种）</source>
        <translation>Kinds without a pack</translation>
    </message>
    <message>
        <source>日历</source>
        <translation>Calendar</translation>
    </message>
    <message>
        <source>本版程序读不懂，请更新程序</source>
        <translation>This version cannot read it: update the program</translation>
    </message>
    <message>
        <source>60 天内到期</source>
        <translation>Ends within 60 days</translation>
    </message>
    <message>
        <source>有效</source>
        <translation>In force</translation>
    </message>
    <message>
        <source>长期</source>
        <translation>No end</translation>
    </message>
    <message>
        <source>以后生效</source>
        <translation>Begins later</translation>
    </message>
    <message>
        <source>已失效</source>
        <translation>Ended</translation>
    </message>
    <message>
        <source>已被替代</source>
        <translation>Replaced</translation>
    </message>
    <message>
        <source>没有：按工资设置里填的最低工资</source>
        <translation>None: the minimum wages of the wage settings hold</translation>
    </message>
    <message>
        <source>没有：按各工人填的个人社保</source>
        <translation>None: each worker&apos;s own amount holds</translation>
    </message>
    <message>
        <source>暂定：放假通知还没有，只知道法定节假日</source>
        <translation>Provisional: only statutory days known, the notice is not out</translation>
    </message>
    <message>
        <source>没有：不能计算工资，请更新</source>
        <translation>None: wages cannot be computed, please update</translation>
    </message>
    <message>
        <source>程序自带</source>
        <translation>Shipped</translation>
    </message>
    <message>
        <source>县里下发</source>
        <translation>From the county</translation>
    </message>
    <message>
        <source>文件导入</source>
        <translation>From a file</translation>
    </message>
    <message>
        <source>有效期</source>
        <translation>Valid</translation>
    </message>
    <message>
        <source>来历</source>
        <translation>Origin</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>适用地区</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>替代了</source>
        <translation>Replaced</translation>
    </message>
    <message>
        <source>标识</source>
        <translation>Stamp</translation>
    </message>
    <message>
        <source>工作日 {working} 天&#x3000;法定节假日 {statutory} 天</source>
        <translation>{working} working days, {statutory} statutory days</translation>
    </message>
    <message>
        <source>种类</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>版本</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>来源文件</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>从…起</source>
        <translation>From</translation>
    </message>
    <message>
        <source>到</source>
        <translation>Until</translation>
    </message>
</context>
<context>
    <name>RulesPanel</name>
    <message>
        <source>应纳税所得额（元）</source>
        <translation>Taxable (yuan)</translation>
    </message>
    <message>
        <source>{age} 岁起，每 {step} 个月延 1 个月，最多 {most} 个月</source>
        <translation>From {age}, one month later every {step} months, at most {most} months</translation>
    </message>
    <message>
        <source>放假</source>
        <translation>Days off</translation>
    </message>
    <message>
        <source>周末上班</source>
        <translation>Weekends worked</translation>
    </message>
</context>
<context>
    <name>RulesYear</name>
    <message>
        <source>法定节假日（三倍）</source>
        <translation>Statutory (threefold)</translation>
    </message>
    <message>
        <source>放假</source>
        <translation>Day off</translation>
    </message>
    <message>
        <source>周末上班</source>
        <translation>Weekend worked</translation>
    </message>
    <message>
        <source>地方节日（三倍）</source>
        <translation>Local (threefold)</translation>
    </message>
    <message>
        <source>地方放假</source>
        <translation>Local day off</translation>
    </message>
    <message>
        <source>{year} 年：工作日 {working} 天，法定节假日 {statutory} 天</source>
        <translation>{year}: {working} working days, {statutory} statutory days</translation>
    </message>
    <message>
        <source>一 二 三 四 五 六 日</source>
        <translation>M T W T F S S</translation>
    </message>
</context>
<context>
    <name>Sales</name>
    <message>
        <source>销售</source>
        <translation>Sales</translation>
    </message>
    <message>
        <source>查找销售：产品、订单号、渠道或活动</source>
        <translation>Find sales: product, order number, channel or event</translation>
    </message>
    <message>
        <source>导入订单文件…</source>
        <translation>Import order file…</translation>
    </message>
    <message>
        <source>明细</source>
        <translation>Lines</translation>
    </message>
    <message>
        <source>按渠道</source>
        <translation>By channel</translation>
    </message>
    <message>
        <source>按活动</source>
        <translation>By event</translation>
    </message>
    <message>
        <source>按产品</source>
        <translation>By product</translation>
    </message>
    <message>
        <source>按月</source>
        <translation>By month</translation>
    </message>
    <message>
        <source>已删除</source>
        <translation>Deleted</translation>
    </message>
    <message>
        <source>这里是卖出的东西。这段时间还没有：在上面一行登记一笔，或导入平台的订单文件。</source>
        <translation>Here stands what was sold. Nothing in this span yet: note a sale in the line above, or import a platform&apos;s order file.</translation>
    </message>
    <message>
        <source>登记一笔</source>
        <translation>Note a sale</translation>
    </message>
    <message>
        <source>这段时间没有销售。</source>
        <translation>Nothing was sold in this span.</translation>
    </message>
    <message>
        <source>这段时间没有删除过销售。</source>
        <translation>No sale of this span was deleted.</translation>
    </message>
    <message>
        <source>登记退货</source>
        <translation>Note a return</translation>
    </message>
    <message>
        <source>读取销售</source>
        <translation>Reading sales</translation>
    </message>
    <message>
        <source>渠道</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>活动</source>
        <translation>Event</translation>
    </message>
    <message>
        <source>产品</source>
        <translation>Product</translation>
    </message>
    <message>
        <source>已删除 {product}，Ctrl+Z 或在“已删除”里恢复。</source>
        <translation>{product} deleted; bring it back by Ctrl+Z or under “Deleted”.</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>全部退货</source>
        <translation>All returned</translation>
    </message>
    <message>
        <source>同一订单加一样</source>
        <translation>Another product</translation>
    </message>
    <message>
        <source>删除…</source>
        <translation>Delete…</translation>
    </message>
    <message>
        <source>来自：{source}</source>
        <translation>From: {source}</translation>
    </message>
    <message>
        <source>{day} {product} {quantity} 件，{amount} 元。删除后不再计入任何合计，原因留在记录里。</source>
        <translation>{day}, {product}, {quantity} pieces, {amount} yuan. Once deleted it is in no sum; the reason stays in the records.</translation>
    </message>
    <message>
        <source>删除这笔销售</source>
        <translation>Delete this sale</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>例如：重复登记</source>
        <translation>For example: entered twice</translation>
    </message>
    <message>
        <source>金额 {amount} 元&#x3000;退货 {back} 元&#x3000;净额 {net} 元</source>
        <translation>Amount {amount}   returned {back}   net {net} yuan</translation>
    </message>
    <message>
        <source>删除原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>数量</source>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>金额（元）</source>
        <translation>Amount (yuan)</translation>
    </message>
    <message>
        <source>订单号</source>
        <translation>Order no.</translation>
    </message>
    <message>
        <source>恢复这笔销售</source>
        <translation>Restore this sale</translation>
    </message>
    <message>
        <source>没有就空着</source>
        <translation>Empty if none</translation>
    </message>
    <message>
        <source>单价（元）</source>
        <translation>Price (yuan)</translation>
    </message>
    <message>
        <source>退货</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>退回的件数</source>
        <translation>Pieces that came back</translation>
    </message>
    <message>
        <source>记下 ↵</source>
        <translation>Note ↵</translation>
    </message>
    <message>
        <source>订单 {order} 的另一样产品：选产品、填数量。按 Esc 放弃。</source>
        <translation>Another product of order {order}: choose it and enter the quantity. Esc gives up.</translation>
    </message>
    <message>
        <source>货号、名称或拼音首字母</source>
        <translation>Code, name or initials</translation>
    </message>
    <message>
        <source>已记下：{day} {channel} {product} {quantity} 件，{amount} 元</source>
        <translation>Noted: {day}, {channel}, {product}, {quantity} pieces, {amount} yuan</translation>
    </message>
    <message>
        <source>找到产品后：数量 ↵ 单价 ↵ 订单号 ↵ 记下&#x3000;Ctrl+↵ 随时记下&#x3000;Esc 清空这一行</source>
        <translation>Product found: quantity ↵ price ↵ order no. ↵ noted   Ctrl+↵ notes at once   Esc empties the line</translation>
    </message>
    <message>
        <source>净额（元）</source>
        <translation>Net (yuan)</translation>
    </message>
    <message>
        <source>{count} 单</source>
        <translation>{count} {count:order|orders}</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>（没有活动）</source>
        <translation>(no event)</translation>
    </message>
    <message>
        <source>订单</source>
        <translation>Orders</translation>
    </message>
    <message>
        <source>件数</source>
        <translation>Pieces</translation>
    </message>
    <message>
        <source>退货件数</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>退货（元）</source>
        <translation>Returned (yuan)</translation>
    </message>
    <message>
        <source>月份</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>{month}：{orders} 单，净额 {net} 元，退货 {back} 元</source>
        <translation>{month}: {orders} orders, net {net} yuan, returned {back} yuan</translation>
    </message>
    <message>
        <source>订单（单）</source>
        <translation>Orders</translation>
    </message>
    <message>
        <source>卖出（件）</source>
        <translation>Sold (pieces)</translation>
    </message>
    <message>
        <source>销售额（元）</source>
        <translation>Sales (yuan)</translation>
    </message>
    <message>
        <source>打印…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>各月销售净额和退货</source>
        <translation>Net sales and returns by month</translation>
    </message>
    <message>
        <source>元</source>
        <translation>Yuan</translation>
    </message>
    <message>
        <source>净额</source>
        <translation>Net</translation>
    </message>
</context>
<context>
    <name>SalesFile</name>
    <message>
        <source>订单文件的位置</source>
        <translation>Place of the order file</translation>
    </message>
    <message>
        <source>平台导出的订单文件（XLSX、CSV）：选择、拖进来，或输入后回车</source>
        <translation>A platform&apos;s order file (XLSX, CSV): choose it, drop it here, or type its place and Enter</translation>
    </message>
    <message>
        <source>读取 {name}</source>
        <translation>Reading {name}</translation>
    </message>
    <message>
        <source>检查 {name}</source>
        <translation>Checking {name}</translation>
    </message>
    <message>
        <source>导入 {name}</source>
        <translation>Taking {name}</translation>
    </message>
    <message>
        <source>检查</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>只收正确的行</source>
        <translation>Take the good rows</translation>
    </message>
    <message>
        <source>只收新增</source>
        <translation>Take new ones only</translation>
    </message>
    <message>
        <source>导入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>← 返回销售</source>
        <translation>← Back to sales</translation>
    </message>
    <message>
        <source>选择文件…</source>
        <translation>Choose file…</translation>
    </message>
    <message>
        <source>读到 {count} 行。核对上面各列，再检查。</source>
        <translation>Rows read: {count}. Compare the columns above, then check.</translation>
    </message>
    <message>
        <source>读到 {count} 行。列按上次“{platform}”的选好了。</source>
        <translation>Rows read: {count}. The columns are those of “{platform}” as last time.</translation>
    </message>
    <message>
        <source>还不能检查：先选好上面标出的地方。</source>
        <translation>Cannot be checked yet: choose what is marked above.</translation>
    </message>
    <message>
        <source>改过了，请再检查一次。</source>
        <translation>Changed: check again.</translation>
    </message>
    <message>
        <source>按“检查”，这里会列出每一行：新增、更改、已有，还是不能收。</source>
        <translation>Press Check: every row will be listed here as new, changed, known or refused.</translation>
    </message>
    <message>
        <source>这里导入平台导出的订单文件：先检查，看清每一行会怎样，再导入。同一个文件导两次不会重复。</source>
        <translation>Here a platform&apos;s order file is taken: checked first, row by row, then taken. The same file twice doubles nothing.</translation>
    </message>
    <message>
        <source>没有这样的行。</source>
        <translation>There are no such rows.</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>订单文件 (*.xlsx *.csv *.txt);;所有文件 (*)</source>
        <translation>Order files (*.xlsx *.csv *.txt);;All files (*)</translation>
    </message>
    <message>
        <source>选择订单文件</source>
        <translation>Choose an order file</translation>
    </message>
    <message>
        <source>平台名称（列按它记住）</source>
        <translation>Platform (remembers the columns)</translation>
    </message>
    <message>
        <source>渠道</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>活动</source>
        <translation>Event</translation>
    </message>
    <message>
        <source>* 必选；单价和金额至少选一个，有金额时单价 = 金额 ÷ 数量</source>
        <translation>* needed; price or amount, at least one. With an amount, price = amount ÷ quantity</translation>
    </message>
    <message>
        <source>例如 淘宝、抖音</source>
        <translation>For example Taobao</translation>
    </message>
    <message>
        <source>没有就空着</source>
        <translation>Empty if none</translation>
    </message>
    <message>
        <source>—</source>
        <translation>—</translation>
    </message>
    <message>
        <source>新增</source>
        <translation>New</translation>
    </message>
    <message>
        <source>更改</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>已有</source>
        <translation>Known</translation>
    </message>
    <message>
        <source>跳过</source>
        <translation>Skipped</translation>
    </message>
    <message>
        <source>不能收</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>行</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>处理</source>
        <translation>Fate</translation>
    </message>
    <message>
        <source>订单号</source>
        <translation>Order no.</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>产品</source>
        <translation>Product</translation>
    </message>
    <message>
        <source>数量</source>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>单价（元）</source>
        <translation>Price (yuan)</translation>
    </message>
    <message>
        <source>退货</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Remarks</translation>
    </message>
    <message>
        <source>已导入：新增 {new} 笔，更改 {changed} 笔。</source>
        <translation>Taken: {new} added, {changed} changed.</translation>
    </message>
    <message>
        <source>有 {count} 行不能收，还没有导入任何东西。改好文件再检查，或只收正确的行。</source>
        <translation>Rows refused: {count}; nothing is taken yet. Mend the file and check again, or take the good rows only.</translation>
    </message>
    <message>
        <source>这个文件里的订单都已登记，没有要导入的。</source>
        <translation>All orders of this file are recorded; there is nothing to take.</translation>
    </message>
    <message>
        <source>检查通过，还没有导入：将新增 {new} 笔，更改 {changed} 笔。</source>
        <translation>Checked, nothing taken yet: {new} would be added, {changed} changed.</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>新增用户</source>
        <translation>Add user</translation>
    </message>
    <message>
        <source>给选中的人设新密码</source>
        <translation>New password for the chosen one</translation>
    </message>
    <message>
        <source>停用选中的人</source>
        <translation>Stop the chosen one</translation>
    </message>
    <message>
        <source>{name} 的新密码已设好。</source>
        <translation>{name} has a new password.</translation>
    </message>
    <message>
        <source>请先在上面选一个人。</source>
        <translation>Choose somebody above first.</translation>
    </message>
    <message>
        <source>停用用户</source>
        <translation>Stop a user</translation>
    </message>
    <message>
        <source>{name} 不能再登录。以前的记录仍写着这个名字。</source>
        <translation>{name} can no longer log in. Earlier records keep the name.</translation>
    </message>
    <message>
        <source>停用</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>{name} 现在可以登录。</source>
        <translation>{name} can log in now.</translation>
    </message>
    <message>
        <source>立即备份…</source>
        <translation>Back up now…</translation>
    </message>
    <message>
        <source>检查账本和备份</source>
        <translation>Check records and backup</translation>
    </message>
    <message>
        <source>换新的恢复密钥…</source>
        <translation>New recovery key…</translation>
    </message>
    <message>
        <source>备份账本</source>
        <translation>Backing up the records</translation>
    </message>
    <message>
        <source>换新的恢复密钥</source>
        <translation>New recovery key</translation>
    </message>
    <message>
        <source>旧的恢复密钥单从此只能打开以前的备份。新密钥只显示一次，请抄写或打印后锁好。</source>
        <translation>From now on the old recovery sheet opens earlier backups only. The new key is shown once: copy or print it and lock it away.</translation>
    </message>
    <message>
        <source>换新的</source>
        <translation>New key</translation>
    </message>
    <message>
        <source>新的恢复密钥，只显示这一次：</source>
        <translation>The new recovery key, shown this once:</translation>
    </message>
    <message>
        <source>一切完好。</source>
        <translation>Everything is sound.</translation>
    </message>
    <message>
        <source>有问题，请看下面。</source>
        <translation>Something is wrong, see below.</translation>
    </message>
    <message>
        <source>备份到</source>
        <translation>Back up to</translation>
    </message>
    <message>
        <source>备份 (*.gfb)</source>
        <translation>Backup (*.gfb)</translation>
    </message>
    <message>
        <source>应用</source>
        <translation>Apply</translation>
    </message>
    <message>
        <source>请选择语言、主题和字号。</source>
        <translation>Choose language, theme and size of letters.</translation>
    </message>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>工坊</source>
        <translation>Workshop</translation>
    </message>
    <message>
        <source>用户</source>
        <translation>Users</translation>
    </message>
    <message>
        <source>显示</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>备份</source>
        <translation>Backup</translation>
    </message>
    <message>
        <source>工坊名称</source>
        <translation>Workshop&apos;s name</translation>
    </message>
    <message>
        <source>行政区划代码</source>
        <translation>Region code</translation>
    </message>
    <message>
        <source>统一社会信用代码</source>
        <translation>Credit code</translation>
    </message>
    <message>
        <source>地址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>负责人</source>
        <translation>Manager</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>非遗项目</source>
        <translation>Heritage project</translation>
    </message>
    <message>
        <source>门类</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>项目级别</source>
        <translation>Project level</translation>
    </message>
    <message>
        <source>认定级别</source>
        <translation>Recognition level</translation>
    </message>
    <message>
        <source>认定日期</source>
        <translation>Recognised on</translation>
    </message>
    <message>
        <source>最近确认年度</source>
        <translation>Year last confirmed</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>角色</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>至少8个字符</source>
        <translation>8 characters or more</translation>
    </message>
    <message>
        <source>再输入一次</source>
        <translation>Once more</translation>
    </message>
    <message>
        <source>两次输入的密码不一样。</source>
        <translation>The two passwords differ.</translation>
    </message>
    <message>
        <source>负责人管理一切；干部做工资和打印；查看者只看；安装员负责安装、备份和用户。新用户用自己的姓名和密码登录。</source>
        <translation>The manager may do everything; the official makes and prints payrolls; the viewer only looks; the installer installs, backs up and looks after users. A new user logs in by name and password.</translation>
    </message>
    <message>
        <source>干部</source>
        <translation>Official</translation>
    </message>
    <message>
        <source>查看者</source>
        <translation>Viewer</translation>
    </message>
    <message>
        <source>安装员</source>
        <translation>Installer</translation>
    </message>
    <message>
        <source>检查结果</source>
        <translation>What was found</translation>
    </message>
    <message>
        <source>已备份到 {file}（{kib} KB，{changes} 条记录），并已读回核对。</source>
        <translation>Backed up to {file} ({kib} KB, changes: {changes}), read back and compared.</translation>
    </message>
    <message>
        <source>备份是一个文件，装着全部账本和照片，用密码或恢复密钥打开。请存到U盘，与电脑分开存放；每周至少一次。</source>
        <translation>A backup is one file with all records and pictures; a password or the recovery key opens it. Keep it on a USB stick away from the PC, at least once a week.</translation>
    </message>
    <message>
        <source>浅色</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>深色</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>{px} 像素</source>
        <translation>{px} pixels</translation>
    </message>
    <message>
        <source>语言</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>主题</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>字号</source>
        <translation>Size of letters</translation>
    </message>
    <message>
        <source>只对这台电脑的这个用户有效，下次登录时也这样显示。</source>
        <translation>Only for this user of this PC, at later log-ins too.</translation>
    </message>
    <message>
        <source>可以登录</source>
        <translation>Can log in</translation>
    </message>
    <message>
        <source>已停用</source>
        <translation>Stopped</translation>
    </message>
</context>
<context>
    <name>SideBar</name>
    <message>
        <source>工坊账本</source>
        <translation>Gongfang</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>关闭（Esc）</source>
        <translation>Close (Esc)</translation>
    </message>
</context>
<context>
    <name>Slip</name>
    <message>
        <source>应发合计</source>
        <translation>Gross</translation>
    </message>
    <message>
        <source>实发</source>
        <translation>Net</translation>
    </message>
    <message>
        <source>未扣完的赔偿，结转下月</source>
        <translation>Damage carried to next month</translation>
    </message>
    <message>
        <source>未扣完的预支，结转下月</source>
        <translation>Advance carried to next month</translation>
    </message>
    <message>
        <source>本月最低工资线</source>
        <translation>Minimum wage of the month</translation>
    </message>
    <message>
        <source>与上月相比</source>
        <translation>Beside last month</translation>
    </message>
    <message>
        <source>上个月没有锁定的工资，没有可比的。</source>
        <translation>No payroll of last month is locked: nothing to compare.</translation>
    </message>
    <message>
        <source>{head}：实发 {difference}（上月 {last}）</source>
        <translation>{head}: net {difference} (last month {last})</translation>
    </message>
    <message>
        <source>其余 {count} 条，共 {amount}</source>
        <translation>{count} more, together {amount}</translation>
    </message>
    <message>
        <source>本年个税，逐月</source>
        <translation>The tax year by month</translation>
    </message>
    <message>
        <source>收入</source>
        <translation>Income</translation>
    </message>
    <message>
        <source>社保</source>
        <translation>Social</translation>
    </message>
    <message>
        <source>附加扣除</source>
        <translation>Additional</translation>
    </message>
    <message>
        <source>已扣税</source>
        <translation>Withheld</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>Sum</translation>
    </message>
    <message>
        <source>在“今日”打开这一天</source>
        <translation>Open this day in Today</translation>
    </message>
</context>
<context>
    <name>Span</name>
    <message>
        <source>从</source>
        <translation>From</translation>
    </message>
    <message>
        <source>到</source>
        <translation>to</translation>
    </message>
    <message>
        <source>年-月-日</source>
        <translation>year-month-day</translation>
    </message>
    <message>
        <source>查看</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>回到本月</source>
        <translation>This month</translation>
    </message>
    <message>
        <source>时间段…</source>
        <translation>Span…</translation>
    </message>
    <message>
        <source>只列出最近的 {shown} 笔，共 {all} 笔；合计是全部的。要看更早的，请选短一些的时间段。</source>
        <translation>Only the latest {shown} of {all} lines are listed; the sums are of all. Choose a shorter span to see earlier ones.</translation>
    </message>
    <message>
        <source>已记到 {month}，不在现在看的时间段里。</source>
        <translation>Noted in {month}, outside the span that is shown.</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>{count} 条需要处理</source>
        <translation>{count} to be settled by you</translation>
    </message>
    <message>
        <source>未连接县服务器，记录只在本机</source>
        <translation>No county server: records on this PC only</translation>
    </message>
    <message>
        <source>{count} 条待上传 约 {size} KB</source>
        <translation>{count} to send, about {size} KB</translation>
    </message>
    <message>
        <source>已全部上传 {at}</source>
        <translation>All sent {at}</translation>
    </message>
    <message>
        <source>从未</source>
        <translation>never</translation>
    </message>
    <message>
        <source>规则 {year} 有效</source>
        <translation>Rules {year} in force</translation>
    </message>
    <message>
        <source>没有规则包</source>
        <translation>No rule packs</translation>
    </message>
    <message>
        <source>备份 {at}</source>
        <translation>Backup {at}</translation>
    </message>
    <message>
        <source>规则 {year} 暂定</source>
        <translation>Rules {year} provisional</translation>
    </message>
    <message>
        <source>今天 {clock}</source>
        <translation>today {clock}</translation>
    </message>
    <message>
        <source>正在上传…</source>
        <translation>Sending…</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>正在处理…</source>
        <translation>Working…</translation>
    </message>
    <message>
        <source>已取消等待</source>
        <translation>No longer waiting</translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>上一个（Alt+←）</source>
        <translation>Earlier (Alt+←)</translation>
    </message>
    <message>
        <source>下一个（Alt+→）</source>
        <translation>Later (Alt+→)</translation>
    </message>
</context>
<context>
    <name>Stock</name>
    <message>
        <source>数量（{unit}）</source>
        <translation>Qty ({unit})</translation>
    </message>
    <message>
        <source>出入库（含销售）</source>
        <translation>Stock moves and sales</translation>
    </message>
    <message>
        <source>登记出入库</source>
        <translation>Note a move</translation>
    </message>
    <message>
        <source>还没有出入库。新做好的产品在这里登记入库。</source>
        <translation>No moves yet. Note here what is newly made as received.</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>种类</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>结存</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>来源、用途或原因</source>
        <translation>where from, what for, or why</translation>
    </message>
    <message>
        <source>销售</source>
        <translation>Sale</translation>
    </message>
    <message>
        <source>实盘 {count}</source>
        <translation>Counted {count}</translation>
    </message>
    <message>
        <source>只显示最近 {count} 条。</source>
        <translation>Only the newest {count} are shown.</translation>
    </message>
</context>
<context>
    <name>Stocktake</name>
    <message>
        <source>盘点日期</source>
        <translation>Counted on</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>例如 季度盘点，谁数的</source>
        <translation>such as: quarterly count, by whom</translation>
    </message>
    <message>
        <source>保存盘点 Ctrl+↵</source>
        <translation>Save counts Ctrl+↵</translation>
    </message>
    <message>
        <source>盘点表</source>
        <translation>Stocktake table</translation>
    </message>
    <message>
        <source>没有产品，也就没有可盘点的。先新增产品。</source>
        <translation>No products, so nothing to count. Add a product first.</translation>
    </message>
    <message>
        <source>盘点 {count} 种</source>
        <translation>{count} counted</translation>
    </message>
    <message>
        <source>盘点已保存：{counted} 种，其中 {differing} 种与账面不符，账面已按实盘改。</source>
        <translation>Counts saved: {counted} products, {differing} of which differed; the books now say what was counted.</translation>
    </message>
    <message>
        <source>输入数到的数量；↵ 与账面相同并下移&#x3000;Delete 清除&#x3000;Ctrl+↵ 保存。没有填的产品不盘点。</source>
        <translation>Type what you counted; ↵ as the books say and go down, Delete clears, Ctrl+↵ saves. Products left empty are not counted.</translation>
    </message>
    <message>
        <source>账面</source>
        <translation>Books</translation>
    </message>
    <message>
        <source>实盘</source>
        <translation>Counted</translation>
    </message>
    <message>
        <source>差异</source>
        <translation>Difference</translation>
    </message>
    <message>
        <source>差异金额（元）</source>
        <translation>Worth (yuan)</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>已盘 {counted} / {count} 种</source>
        <translation>{counted} of {count} counted</translation>
    </message>
    <message>
        <source>还没有盘点</source>
        <translation>Nothing counted yet</translation>
    </message>
    <message>
        <source>已盘 {counted} 种：相符 {same}，盘盈 {more}，盘亏 {less}</source>
        <translation>{counted} counted: {same} agree, {more} above, {less} below</translation>
    </message>
    <message>
        <source>相符</source>
        <translation>Agrees</translation>
    </message>
    <message>
        <source>盘盈</source>
        <translation>Above</translation>
    </message>
    <message>
        <source>盘亏</source>
        <translation>Below</translation>
    </message>
</context>
<context>
    <name>Sync</name>
    <message>
        <source>同步</source>
        <translation>Sync</translation>
    </message>
    <message>
        <source>立即上传 F5</source>
        <translation>Send now F5</translation>
    </message>
    <message>
        <source>没有等待上传的记录。</source>
        <translation>No records wait to be sent.</translation>
    </message>
    <message>
        <source>没有需要处理的记录。</source>
        <translation>No records are to be settled by you.</translation>
    </message>
    <message>
        <source>正在入网</source>
        <translation>Enrolling</translation>
    </message>
    <message>
        <source>在这里录入或粘贴县里给的入网单</source>
        <translation>Type or paste the enrolment slip from the county</translation>
    </message>
    <message>
        <source>入网</source>
        <translation>Enrol</translation>
    </message>
    <message>
        <source>等待上传</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>需要处理</source>
        <translation>To be settled by you</translation>
    </message>
    <message>
        <source>需要处理（{count}）</source>
        <translation>To be settled by you ({count})</translation>
    </message>
    <message>
        <source>正在与县服务器交换…</source>
        <translation>Exchanging with the county&apos;s server…</translation>
    </message>
    <message>
        <source>已入网：{place}。</source>
        <translation>Enrolled: {place}.</translation>
    </message>
    <message>
        <source>还没有连接县服务器：记录只在这台电脑上。拿到入网单后在下面录入。</source>
        <translation>No county server yet: the records are on this PC only. Enter the enrolment slip below when you have it.</translation>
    </message>
    <message>
        <source>有 {count} 条记录等待上传，约 {size} KB。</source>
        <translation>{count} {count:record waits|records wait} to be sent, about {size} KB.</translation>
    </message>
    <message>
        <source>两边还有 {count} 处不一致，下次再核对。</source>
        <translation>{count} {count:place still differs|places still differ} between the two sides; compared again next time.</translation>
    </message>
    <message>
        <source>记录已在县服务器，最近 {at}；其中 {count} 条需要处理。</source>
        <translation>The records are on the county&apos;s server, last {at}; {count} of them {count:is|are} to be settled by you.</translation>
    </message>
    <message>
        <source>全部记录已在县服务器，最近 {at}。</source>
        <translation>All records are on the county&apos;s server, last {at}.</translation>
    </message>
    <message>
        <source>等待上传（条）</source>
        <translation>To send</translation>
    </message>
    <message>
        <source>约（KB）</source>
        <translation>About (KB)</translation>
    </message>
    <message>
        <source>需要处理（条）</source>
        <translation>To be settled by you</translation>
    </message>
    <message>
        <source>最近</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>上次上传</source>
        <translation>Last upload</translation>
    </message>
    <message>
        <source>种类</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>条</source>
        <translation>Records</translation>
    </message>
    <message>
        <source>被拒绝</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>等待</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>字段</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>是什么，怎么办</source>
        <translation>What it is and what to do</translation>
    </message>
</context>
<context>
    <name>Table</name>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>按本列排序</source>
        <translation>Sort by this column</translation>
    </message>
    <message>
        <source>带标题复制</source>
        <translation>Copy with headings</translation>
    </message>
    <message>
        <source>复制这一格</source>
        <translation>Copy this cell</translation>
    </message>
    <message>
        <source>复制整表</source>
        <translation>Copy the whole table</translation>
    </message>
    <message>
        <source>导出 XLSX…</source>
        <translation>Export XLSX…</translation>
    </message>
    <message>
        <source>导出 CSV…</source>
        <translation>Export CSV…</translation>
    </message>
    <message>
        <source>显示哪些列</source>
        <translation>Columns</translation>
    </message>
    <message>
        <source>降序</source>
        <translation>descending</translation>
    </message>
    <message>
        <source>升序</source>
        <translation>ascending</translation>
    </message>
    <message>
        <source>✕ 取消筛选</source>
        <translation>✕ Clear filter</translation>
    </message>
    <message>
        <source>筛选“{title}”</source>
        <translation>Filter “{title}”</translation>
    </message>
    <message>
        <source>（空）</source>
        <translation>(blank)</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>{title}：{values}</source>
        <translation>{title}: {values}</translation>
    </message>
    <message>
        <source>筛选&#x3000;{filters}&#x3000;显示 {left} / {rows} 行</source>
        <translation>Filter   {filters}   {left} of {rows} shown</translation>
    </message>
    <message>
        <source>筛选&#x3000;{filters}&#x3000;显示 {left} / {rows} 行，合计是全部的</source>
        <translation>Filter   {filters}   {left} of {rows} shown; the totals are of all</translation>
    </message>
</context>
<context>
    <name>Tables</name>
    <message>
        <source>工坊</source>
        <translation>Workshop</translation>
    </message>
    <message>
        <source>工坊工资设置</source>
        <translation>Wage settings</translation>
    </message>
    <message>
        <source>节假日</source>
        <translation>Local holidays</translation>
    </message>
    <message>
        <source>工人</source>
        <translation>Workers</translation>
    </message>
    <message>
        <source>户别</source>
        <translation>Households</translation>
    </message>
    <message>
        <source>计薪标准</source>
        <translation>Pay terms</translation>
    </message>
    <message>
        <source>期初</source>
        <translation>Opening balances</translation>
    </message>
    <message>
        <source>考勤</source>
        <translation>Attendance</translation>
    </message>
    <message>
        <source>日结</source>
        <translation>Day closings</translation>
    </message>
    <message>
        <source>产品</source>
        <translation>Products</translation>
    </message>
    <message>
        <source>工序</source>
        <translation>Processes</translation>
    </message>
    <message>
        <source>单价</source>
        <translation>Piece prices</translation>
    </message>
    <message>
        <source>计件</source>
        <translation>Piece entries</translation>
    </message>
    <message>
        <source>集体分摊</source>
        <translation>Team shares</translation>
    </message>
    <message>
        <source>增减</source>
        <translation>Additions and deductions</translation>
    </message>
    <message>
        <source>预支</source>
        <translation>Advances</translation>
    </message>
    <message>
        <source>固定补贴</source>
        <translation>Recurring allowances</translation>
    </message>
    <message>
        <source>扣款计划</source>
        <translation>Deduction plans</translation>
    </message>
    <message>
        <source>销售</source>
        <translation>Sales</translation>
    </message>
    <message>
        <source>出入库</source>
        <translation>Stock moves</translation>
    </message>
    <message>
        <source>培训</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>培训参加人</source>
        <translation>Training participants</translation>
    </message>
    <message>
        <source>工资批次</source>
        <translation>Payroll runs</translation>
    </message>
    <message>
        <source>工资状态</source>
        <translation>Payroll events</translation>
    </message>
    <message>
        <source>工资条</source>
        <translation>Slips</translation>
    </message>
    <message>
        <source>工资明细</source>
        <translation>Slip lines</translation>
    </message>
    <message>
        <source>规则包</source>
        <translation>Rule packs</translation>
    </message>
    <message>
        <source>银行模板</source>
        <translation>Bank template</translation>
    </message>
    <message>
        <source>签字页照片</source>
        <translation>Signed page</translation>
    </message>
    <message>
        <source>退回</source>
        <translation>Returned payment</translation>
    </message>
    <message>
        <source>发放</source>
        <translation>Payment</translation>
    </message>
    <message>
        <source>领退料</source>
        <translation>Material given or returned</translation>
    </message>
    <message>
        <source>原料</source>
        <translation>Material</translation>
    </message>
    <message>
        <source>工人材料</source>
        <translation>Worker&apos;s paper</translation>
    </message>
</context>
<context>
    <name>Terms</name>
    <message>
        <source>全日制</source>
        <translation>Full-time</translation>
    </message>
    <message>
        <source>非全日制</source>
        <translation>Part-time</translation>
    </message>
    <message>
        <source>劳务</source>
        <translation>Services</translation>
    </message>
    <message>
        <source>居家承揽</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>月薪</source>
        <translation>Monthly</translation>
    </message>
    <message>
        <source>日薪</source>
        <translation>Daily</translation>
    </message>
    <message>
        <source>时薪</source>
        <translation>Hourly</translation>
    </message>
    <message>
        <source>计件</source>
        <translation>Piece</translation>
    </message>
    <message>
        <source>正常</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>加班</source>
        <translation>Overtime</translation>
    </message>
    <message>
        <source>休息日</source>
        <translation>Rest day</translation>
    </message>
    <message>
        <source>法定</source>
        <translation>Statutory</translation>
    </message>
    <message>
        <source>工作日</source>
        <translation>Working day</translation>
    </message>
    <message>
        <source>月</source>
        <translation>months</translation>
    </message>
    <message>
        <source>天</source>
        <translation>days</translation>
    </message>
    <message>
        <source>小时</source>
        <translation>hours</translation>
    </message>
    <message>
        <source>件</source>
        <translation>pieces</translation>
    </message>
    <message>
        <source>项</source>
        <translation>items</translation>
    </message>
    <message>
        <source>半月</source>
        <translation>half month</translation>
    </message>
    <message>
        <source>全勤</source>
        <translation>full attendance</translation>
    </message>
    <message>
        <source>出勤天</source>
        <translation>day present</translation>
    </message>
    <message>
        <source>每月</source>
        <translation>month</translation>
    </message>
    <message>
        <source>补贴</source>
        <translation>allowance</translation>
    </message>
    <message>
        <source>特殊津贴</source>
        <translation>special allowance</translation>
    </message>
    <message>
        <source>赔偿扣款</source>
        <translation>compensation</translation>
    </message>
    <message>
        <source>其他扣款</source>
        <translation>other deduction</translation>
    </message>
    <message>
        <source>按月</source>
        <translation>Month by month</translation>
    </message>
    <message>
        <source>一次六万</source>
        <translation>60,000 at once</translation>
    </message>
    <message>
        <source>脱贫户</source>
        <translation>Lifted household</translation>
    </message>
    <message>
        <source>一般农户</source>
        <translation>Ordinary household</translation>
    </message>
    <message>
        <source>脱贫不稳定户</source>
        <translation>Unstable after lifting</translation>
    </message>
    <message>
        <source>边缘易致贫户</source>
        <translation>Marginal household</translation>
    </message>
    <message>
        <source>突发严重困难户</source>
        <translation>Sudden hardship</translation>
    </message>
    <message>
        <source>银行</source>
        <translation>Bank</translation>
    </message>
    <message>
        <source>现金</source>
        <translation>Cash</translation>
    </message>
    <message>
        <source>入库</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>领用</source>
        <translation>Taken</translation>
    </message>
    <message>
        <source>报损</source>
        <translation>Lost</translation>
    </message>
    <message>
        <source>盘点</source>
        <translation>Count</translation>
    </message>
    <message>
        <source>领料</source>
        <translation>Given out</translation>
    </message>
    <message>
        <source>退料</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>耗用</source>
        <translation>Used up</translation>
    </message>
    <message>
        <source>劳动合同</source>
        <translation>Labour contract</translation>
    </message>
    <message>
        <source>承揽协议</source>
        <translation>Home-work agreement</translation>
    </message>
    <message>
        <source>知情同意</source>
        <translation>Consent</translation>
    </message>
    <message>
        <source>照片</source>
        <translation>Portrait</translation>
    </message>
    <message>
        <source>身份证件</source>
        <translation>Identity card</translation>
    </message>
    <message>
        <source>证书</source>
        <translation>Certificate</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>男</source>
        <translation>m</translation>
    </message>
    <message>
        <source>女</source>
        <translation>f</translation>
    </message>
    <message>
        <source>线下门店</source>
        <translation>Own shop</translation>
    </message>
    <message>
        <source>景区</source>
        <translation>Scenic spot</translation>
    </message>
    <message>
        <source>展会</source>
        <translation>Fair</translation>
    </message>
    <message>
        <source>电商平台</source>
        <translation>Online platform</translation>
    </message>
    <message>
        <source>直播</source>
        <translation>Live stream</translation>
    </message>
    <message>
        <source>订单企业</source>
        <translation>Companies</translation>
    </message>
    <message>
        <source>政府采购</source>
        <translation>Government</translation>
    </message>
    <message>
        <source>代销</source>
        <translation>On commission</translation>
    </message>
</context>
<context>
    <name>Today</name>
    <message>
        <source>今日</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>日结 Ctrl+↵</source>
        <translation>Close day Ctrl+↵</translation>
    </message>
    <message>
        <source>这一天没有在职的工人。先在“工人”里登记，或导入工作簿。</source>
        <translation>Nobody was employed on this day. Add workers under Workers, or import a workbook.</translation>
    </message>
    <message>
        <source>读取当日记录</source>
        <translation>Reading the day</translation>
    </message>
    <message>
        <source>没有可以撤销的修改。</source>
        <translation>There is nothing to undo.</translation>
    </message>
    <message>
        <source>撤销：{deed}</source>
        <translation>Undone: {deed}</translation>
    </message>
    <message>
        <source>没有可以重做的修改。</source>
        <translation>There is nothing to redo.</translation>
    </message>
    <message>
        <source>重做：{deed}</source>
        <translation>Done again: {deed}</translation>
    </message>
    <message>
        <source>日结</source>
        <translation>Closing of</translation>
    </message>
    <message>
        <source>取消日结</source>
        <translation>Reopening of</translation>
    </message>
    <message>
        <source>全部按建议（{count} 人）</source>
        <translation>all as suggested (workers: {count})</translation>
    </message>
    <message>
        <source>粘贴 {count} 处（{first}）</source>
        <translation>{count} pasted ({first})</translation>
    </message>
    <message>
        <source>同上一日 {count} 处（{first}）</source>
        <translation>{count} as on the last day ({first})</translation>
    </message>
    <message>
        <source>{count} 处（{first}）</source>
        <translation>{count} cells ({first})</translation>
    </message>
    <message>
        <source> 等</source>
        <translation> …</translation>
    </message>
    <message>
        <source>例外：编号或拼音，再按一个键</source>
        <translation>Exceptions: number or pinyin, then one key</translation>
    </message>
    <message>
        <source>全部按建议 F9</source>
        <translation>All as suggested F9</translation>
    </message>
    <message>
        <source>＋ 工序 F4</source>
        <translation>＋ Process F4</translation>
    </message>
    <message>
        <source>当日出勤与计件</source>
        <translation>The day&apos;s attendance and pieces</translation>
    </message>
    <message>
        <source>取消日结 Ctrl+↵</source>
        <translation>Reopen day Ctrl+↵</translation>
    </message>
    <message>
        <source>Ctrl+↵ 取消日结</source>
        <translation>Ctrl+↵ reopen day</translation>
    </message>
    <message>
        <source>Ctrl+↵ 日结</source>
        <translation>Ctrl+↵ close day</translation>
    </message>
    <message>
        <source>本月工资已锁定：现在的修改会显示为“锁定后有变化”。</source>
        <translation>The month&apos;s payroll is locked: what you change now shows as “changed since the lock”.</translation>
    </message>
    <message>
        <source>没有找到“{query}”。可以打编号、姓名或拼音首字母。</source>
        <translation>“{query}” is not found. Type a number, a name or pinyin initials.</translation>
    </message>
    <message>
        <source>{day} 已日结</source>
        <translation>{day} closed</translation>
    </message>
    <message>
        <source>已取消日结</source>
        <translation>Day reopened</translation>
    </message>
    <message>
        <source>已日结</source>
        <translation>Day closed</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>用工</source>
        <translation>Relation</translation>
    </message>
    <message>
        <source>出勤</source>
        <translation>Mark</translation>
    </message>
    <message>
        <source>加班 h</source>
        <translation>Extra h</translation>
    </message>
    <message>
        <source>其他件数</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>今日约</source>
        <translation>Day abt.</translation>
    </message>
    <message>
        <source>本月约</source>
        <translation>Month abt.</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>{count} 人</source>
        <translation>{count} {count:worker|workers}</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>请假 {leave}&#x3000;缺勤 {absent}</source>
        <translation>leave {leave}  absent {absent}</translation>
    </message>
    <message>
        <source>↵ 确认&#x3000;v 出勤&#x3000;h 半天&#x3000;a 旷工&#x3000;l 事假&#x3000;b 病假&#x3000;x 休&#x3000;6.5 小时&#x3000;+2 加班&#x3000;j8 假日&#x3000;F9 全部按建议&#x3000;/ 例外&#x3000;F2 同上一日&#x3000;Ctrl+D 向下填&#x3000;Ctrl+V 粘贴&#x3000;Ctrl+Z 撤销&#x3000;Ctrl+Y 重做</source>
        <translation>↵ accept   v present   h half   a absent   l leave   b sick   x off   6.5 h   +2 overtime   j8 holiday   F9 accept all   / exceptions   F2 as last day   Ctrl+D fill   Ctrl+V paste   Ctrl+Z undo   Ctrl+Y redo</translation>
    </message>
    <message>
        <source>出勤（人）</source>
        <translation>Present</translation>
    </message>
    <message>
        <source>不在岗（人）</source>
        <translation>Away</translation>
    </message>
    <message>
        <source>粘贴的内容</source>
        <translation>Pasted</translation>
    </message>
    <message>
        <source>将登记 {count} 处：</source>
        <translation>{count} to be noted:</translation>
    </message>
    <message>
        <source>没有可以登记的内容。</source>
        <translation>There is nothing to note.</translation>
    </message>
    <message>
        <source>登记 ↵</source>
        <translation>Note ↵</translation>
    </message>
    <message>
        <source>不登记 Esc</source>
        <translation>Leave Esc</translation>
    </message>
    <message>
        <source>没有登记的行</source>
        <translation>Lines not noted</translation>
    </message>
    <message>
        <source>知道了 Esc</source>
        <translation>Understood Esc</translation>
    </message>
    <message>
        <source>未填 {count} 人：{names}。未填不算缺勤，可以随时补上。</source>
        <translation>Not filled in, {count}: {names}. Not filled in is never absent; it can be added at any time.</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>✓ 人人都填了。</source>
        <translation>✓ Everybody is filled in.</translation>
    </message>
    <message>
        <source>高于自己平均 3 倍：{names}。请核对件数。</source>
        <translation>Over three times the own average: {names}. Check the pieces.</translation>
    </message>
    <message>
        <source>关闭 Esc</source>
        <translation>Close Esc</translation>
    </message>
    <message>
        <source>请假（人）</source>
        <translation>On leave</translation>
    </message>
    <message>
        <source>缺勤（人）</source>
        <translation>Absent</translation>
    </message>
    <message>
        <source>休息（人）</source>
        <translation>Off</translation>
    </message>
    <message>
        <source>未填（人）</source>
        <translation>Not filled in</translation>
    </message>
    <message>
        <source>合格件数</source>
        <translation>Good pieces</translation>
    </message>
    <message>
        <source>今日约（元）</source>
        <translation>Today, about (yuan)</translation>
    </message>
    <message>
        <source>本月至此约（元）</source>
        <translation>Month so far, about (yuan)</translation>
    </message>
    <message>
        <source>{count} 处没有看懂，不会登记：</source>
        <translation>{count} not understood, and not noted:</translation>
    </message>
    <message>
        <source>还有 {count} 处。</source>
        <translation>{count} more.</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>What</translation>
    </message>
    <message>
        <source>原来</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>改为</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>将登记的内容</source>
        <translation>What is to be noted</translation>
    </message>
    <message>
        <source>日历暂定</source>
        <translation>calendar provisional</translation>
    </message>
    <message>
        <source>星期一</source>
        <translation>Monday</translation>
    </message>
    <message>
        <source>星期二</source>
        <translation>Tuesday</translation>
    </message>
    <message>
        <source>星期三</source>
        <translation>Wednesday</translation>
    </message>
    <message>
        <source>星期四</source>
        <translation>Thursday</translation>
    </message>
    <message>
        <source>星期五</source>
        <translation>Friday</translation>
    </message>
    <message>
        <source>星期六</source>
        <translation>Saturday</translation>
    </message>
    <message>
        <source>星期日</source>
        <translation>Sunday</translation>
    </message>
    <message>
        <source>未填</source>
        <translation>not filled in</translation>
    </message>
    <message>
        <source>高于平均 3 倍</source>
        <translation>over 3× average</translation>
    </message>
    <message>
        <source>集体 {count} 笔</source>
        <translation>team ×{count}</translation>
    </message>
    <message>
        <source>没有可以照填的上一日记录，或已经填了。</source>
        <translation>Nothing to take over from the last day, or it is filled in already.</translation>
    </message>
    <message>
        <source>例外：编号或拼音&#x3000;/</source>
        <translation>Exceptions: number or pinyin  /</translation>
    </message>
    <message>
        <source>{name}：a 旷 h 半 l 假 +2</source>
        <translation>{name}: a h l b +2</translation>
    </message>
    <message>
        <source>剪贴板里没有文字。</source>
        <translation>There is no text in the clipboard.</translation>
    </message>
    <message>
        <source>已登记 {count} 处，Ctrl+Z 可全部撤销。</source>
        <translation>{count} noted; Ctrl+Z takes all of it back.</translation>
    </message>
    <message>
        <source>“{line}”：{why}</source>
        <translation>“{line}”: {why}</translation>
    </message>
</context>
<context>
    <name>Training</name>
    <message>
        <source>培训传承</source>
        <translation>Training &amp; heritage</translation>
    </message>
    <message>
        <source>培训</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>传承</source>
        <translation>Heritage</translation>
    </message>
    <message>
        <source>登记培训</source>
        <translation>Note a session</translation>
    </message>
    <message>
        <source>这里是这一年办过的培训。还没有：办完一次就登记一次，勾选参加的人。</source>
        <translation>The sessions held this year stand here. None yet: note each after it was held, and tick who took part.</translation>
    </message>
    <message>
        <source>这里是传承人和师徒。还没有：在“工人”里填写传承人级别和师傅编号。</source>
        <translation>Inheritors, mentors and apprentices stand here. None yet: enter inheritor level and mentor number under Workers.</translation>
    </message>
    <message>
        <source>去工人</source>
        <translation>Go to Workers</translation>
    </message>
    <message>
        <source>读取师徒和传承人</source>
        <translation>Reading inheritors and mentors</translation>
    </message>
    <message>
        <source>读取培训</source>
        <translation>Reading sessions</translation>
    </message>
    <message>
        <source>参加人</source>
        <translation>Who took part</translation>
    </message>
    <message>
        <source>撤回这次培训</source>
        <translation>Withdraw this session</translation>
    </message>
    <message>
        <source>这次培训和参加人都不再计入。修改记录里仍能查到。</source>
        <translation>The session and who took part count no more. The history keeps them.</translation>
    </message>
    <message>
        <source>撤回</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>已勾选 {count} 人。空格键或点击方框勾选。</source>
        <translation>Ticked: {count}. Space or a click on the box ticks.</translation>
    </message>
    <message>
        <source>全选或全不选</source>
        <translation>All or none</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>授课人</source>
        <translation>Lecturer</translation>
    </message>
    <message>
        <source>学时</source>
        <translation>Hours</translation>
    </message>
    <message>
        <source>参加（人）</source>
        <translation>Present</translation>
    </message>
    <message>
        <source>人学时</source>
        <translation>Person-hours</translation>
    </message>
    <message>
        <source>合计 {count} 次</source>
        <translation>Sessions: {count}</translation>
    </message>
    <message>
        <source>培训（次）</source>
        <translation>Sessions</translation>
    </message>
    <message>
        <source>参加（人，每人一次）</source>
        <translation>Persons, each once</translation>
    </message>
    <message>
        <source>参加（人次）</source>
        <translation>Attendances</translation>
    </message>
    <message>
        <source>例如 彝绣针法</source>
        <translation>such as Yi embroidery stitches</translation>
    </message>
    <message>
        <source>例如 6 或 1.5</source>
        <translation>such as 6 or 1.5</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>姓名（徒弟在师傅下面）</source>
        <translation>Name (apprentices below their mentor)</translation>
    </message>
    <message>
        <source>传承人级别</source>
        <translation>Inheritor level</translation>
    </message>
    <message>
        <source>师傅</source>
        <translation>Mentor</translation>
    </message>
    <message>
        <source>徒弟（人）</source>
        <translation>Apprentices</translation>
    </message>
    <message>
        <source>近12个月收入（元）</source>
        <translation>Earned, 12 months (yuan)</translation>
    </message>
    <message>
        <source>现在</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>传承人（人）</source>
        <translation>Inheritors</translation>
    </message>
    <message>
        <source>徒弟在岗（人）</source>
        <translation>Apprentices working here</translation>
    </message>
    <message>
        <source>在岗徒弟 {first} 至 {last} 收入（元）</source>
        <translation>They earned {first} to {last} (yuan)</translation>
    </message>
    <message>
        <source>当日不在职</source>
        <translation>not employed then</translation>
    </message>
    <message>
        <source>编号 {no}（不在册）</source>
        <translation>No. {no} (not on record)</translation>
    </message>
    <message>
        <source>在岗</source>
        <translation>here</translation>
    </message>
    <message>
        <source>不在岗</source>
        <translation>gone</translation>
    </message>
</context>
<context>
    <name>Undo</name>
    <message>
        <source>没有可以撤销的修改。</source>
        <translation>There is nothing to undo.</translation>
    </message>
    <message>
        <source>撤销：{deed}</source>
        <translation>Undone: {deed}</translation>
    </message>
    <message>
        <source>没有可以重做的修改。</source>
        <translation>There is nothing to redo.</translation>
    </message>
    <message>
        <source>重做：{deed}</source>
        <translation>Done again: {deed}</translation>
    </message>
    <message>
        <source>{deed}{table} {record}</source>
        <translation>{deed} {table} {record}</translation>
    </message>
    <message>
        <source>{what} 等 {count} 条</source>
        <translation>{what} and others, {count} in all</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source> 等</source>
        <translation> …</translation>
    </message>
    <message>
        <source>{what}：{changes}</source>
        <translation>{what}: {changes}</translation>
    </message>
    <message>
        <source>空</source>
        <translation>empty</translation>
    </message>
</context>
<context>
    <name>Unsaved</name>
    <message>
        <source>还没有保存</source>
        <translation>Not saved yet</translation>
    </message>
    <message>
        <source>还没有保存：{fields}。</source>
        <translation>Not saved yet: {fields}.</translation>
    </message>
    <message>
        <source>还不能保存，要先改对：{fields}。</source>
        <translation>This cannot be saved until it is put right: {fields}.</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>不保存</source>
        <translation>Do not save</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>继续填写</source>
        <translation>Go on typing</translation>
    </message>
</context>
<context>
    <name>Views</name>
    <message>
        <source>视图</source>
        <translation>Views</translation>
    </message>
    <message>
        <source>保存视图</source>
        <translation>Keep view</translation>
    </message>
    <message>
        <source>保存的查找、筛选、排序和列</source>
        <translation>Kept searches, filters, orders and columns</translation>
    </message>
    <message>
        <source>现在的查找、筛选、排序和显示的列，以后点一下就回来。同名的会被替换。</source>
        <translation>The present search, filter, order and columns come back at a click. One of the same name is replaced.</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>名字</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>例如：计件工人，按村组</source>
        <translation>For example: piece workers by village</translation>
    </message>
    <message>
        <source>请起个名字。</source>
        <translation>Give it a name.</translation>
    </message>
    <message>
        <source>已保存视图“{name}”。</source>
        <translation>View “{name}” is kept.</translation>
    </message>
    <message>
        <source>全部（不查找、不筛选、不排序）</source>
        <translation>Everything (no search, filter or order)</translation>
    </message>
    <message>
        <source>保存现在的样子…</source>
        <translation>Keep the present view…</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>已删除视图“{name}”。</source>
        <translation>View “{name}” is deleted.</translation>
    </message>
</context>
<context>
    <name>WageSettings</name>
    <message>
        <source>发薪和最低工资</source>
        <translation>Pay day and minimum</translation>
    </message>
    <message>
        <source>全员补贴</source>
        <translation>For everybody</translation>
    </message>
    <message>
        <source>计件单价</source>
        <translation>Piece prices</translation>
    </message>
    <message>
        <source>从哪一天起</source>
        <translation>From (date)</translation>
    </message>
    <message>
        <source>新设置（最低工资调整）</source>
        <translation>New settings</translation>
    </message>
    <message>
        <source>发薪日和当地最低工资</source>
        <translation>Pay day and local minimum wages</translation>
    </message>
    <message>
        <source>还没有设置：没有最低工资就不能检查和补足。</source>
        <translation>No settings yet: without a minimum wage nothing can be checked or topped up.</translation>
    </message>
    <message>
        <source>从…起</source>
        <translation>From</translation>
    </message>
    <message>
        <source>发薪日</source>
        <translation>Pay day</translation>
    </message>
    <message>
        <source>月最低（元）</source>
        <translation>Min. month</translation>
    </message>
    <message>
        <source>时最低（元）</source>
        <translation>Min. hour</translation>
    </message>
    <message>
        <source>最低工资按当地最近的文件填写；文件从哪一天起执行，就从哪一天起。</source>
        <translation>Minimum wages come from the latest local notice, from the day it takes effect.</translation>
    </message>
    <message>
        <source>是</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>否</source>
        <translation>no</translation>
    </message>
    <message>
        <source>发薪日（每月几号）</source>
        <translation>Pay day of the month</translation>
    </message>
    <message>
        <source>月最低工资（元）</source>
        <translation>Monthly minimum (yuan)</translation>
    </message>
    <message>
        <source>小时最低工资（元）</source>
        <translation>Hourly minimum (yuan)</translation>
    </message>
    <message>
        <source>法定节假日计薪</source>
        <translation>Statutory days paid</translation>
    </message>
    <message>
        <source>现行</source>
        <translation>now</translation>
    </message>
    <message>
        <source>将来</source>
        <translation>later</translation>
    </message>
    <message>
        <source>每道工序从哪一天起多少钱</source>
        <translation>What each process pays from which day on</translation>
    </message>
    <message>
        <source>新单价</source>
        <translation>New price</translation>
    </message>
    <message>
        <source>还没有单价。产品和工序从工作簿导入。</source>
        <translation>No prices yet. Products and processes come from the workbook.</translation>
    </message>
    <message>
        <source>产品 工序</source>
        <translation>Product, process</translation>
    </message>
    <message>
        <source>单价（元）</source>
        <translation>Price (yuan)</translation>
    </message>
    <message>
        <source>单价改变时新增一条，从改变的那一天起；以前的计件仍按以前的单价。</source>
        <translation>When a price changes, add one from that day on; earlier pieces keep the earlier price.</translation>
    </message>
    <message>
        <source>等级</source>
        <translation>Grade</translation>
    </message>
    <message>
        <source>不分等级就空着</source>
        <translation>empty without grades</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>今日</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>考勤</source>
        <translation>Attendance</translation>
    </message>
    <message>
        <source>生产</source>
        <translation>Production</translation>
    </message>
    <message>
        <source>产品库存</source>
        <translation>Stock</translation>
    </message>
    <message>
        <source>销售</source>
        <translation>Sales</translation>
    </message>
    <message>
        <source>工人</source>
        <translation>Workers</translation>
    </message>
    <message>
        <source>培训传承</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>工资</source>
        <translation>Payroll</translation>
    </message>
    <message>
        <source>凭证打印</source>
        <translation>Papers</translation>
    </message>
    <message>
        <source>项目指标</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>导入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>同步</source>
        <translation>Sync</translation>
    </message>
    <message>
        <source>规则</source>
        <translation>Rules</translation>
    </message>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>工坊账本</source>
        <translation>Gongfang</translation>
    </message>
    <message>
        <source>页面</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>收到其他电脑的 {count} 条记录。</source>
        <translation>{count} {count:record|records} came from other PCs.</translation>
    </message>
</context>
<context>
    <name>WorkerForm</name>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>户别从何日起</source>
        <translation>Household type from</translation>
    </message>
    <message>
        <source>空着就是不改</source>
        <translation>leave empty to keep</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>用工形式</source>
        <translation>Relation</translation>
    </message>
    <message>
        <source>计薪方式</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>标准（元）</source>
        <translation>Rate (yuan)</translation>
    </message>
    <message>
        <source>计薪从何日起</source>
        <translation>Terms from</translation>
    </message>
    <message>
        <source>入职日期</source>
        <translation>Hired on</translation>
    </message>
    <message>
        <source>离职日期</source>
        <translation>Left on</translation>
    </message>
    <message>
        <source>身份证号</source>
        <translation>ID number</translation>
    </message>
    <message>
        <source>手机</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>开户行</source>
        <translation>Bank</translation>
    </message>
    <message>
        <source>银行账号</source>
        <translation>Bank account</translation>
    </message>
    <message>
        <source>社保个人（元/月）</source>
        <translation>Social ins. (yuan/month)</translation>
    </message>
    <message>
        <source>专项附加扣除（元/月）</source>
        <translation>Additional deductions (yuan/month)</translation>
    </message>
    <message>
        <source>扣除方式</source>
        <translation>Deduction method</translation>
    </message>
    <message>
        <source>户别</source>
        <translation>Household</translation>
    </message>
    <message>
        <source>监测类型</source>
        <translation>Monitoring</translation>
    </message>
    <message>
        <source>民族</source>
        <translation>Ethnicity</translation>
    </message>
    <message>
        <source>村组</source>
        <translation>Village</translation>
    </message>
</context>
</TS>
