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
    <name>DayQuestion</name>
    <message>
        <source>就是这一天</source>
        <translation>This is the day</translation>
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
    <name>FirstRun</name>
    <message>
        <source>工坊账本 · 新建账本</source>
        <translation>Gongfang · New records</translation>
    </message>
    <message>
        <source>没有可不填</source>
        <translation>leave empty if there is none</translation>
    </message>
    <message>
        <source>新建账本</source>
        <translation>New records</translation>
    </message>
    <message>
        <source>我已抄写并锁好</source>
        <translation>I have written it down and locked it away</translation>
    </message>
    <message>
        <source>打开账本</source>
        <translation>Open the records</translation>
    </message>
    <message>
        <source>请填写工坊名称和行政区划代码，或填入县里给的入网单。</source>
        <translation>Enter the workshop&apos;s name and region code, or the county&apos;s enrolment slip.</translation>
    </message>
    <message>
        <source>请填写您的姓名，今后用它登录。</source>
        <translation>Enter your name; you will log in with it.</translation>
    </message>
    <message>
        <source>请设一个密码。</source>
        <translation>Choose a password.</translation>
    </message>
    <message>
        <source>两次输入的密码不一样。</source>
        <translation>The two passwords differ.</translation>
    </message>
    <message>
        <source>工坊名称</source>
        <translation>Workshop</translation>
    </message>
    <message>
        <source>行政区划代码</source>
        <translation>Region code</translation>
    </message>
    <message>
        <source>或：入网单</source>
        <translation>Or: slip</translation>
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
        <source>再输入一次</source>
        <translation>Once more</translation>
    </message>
    <message>
        <source>恢复密钥</source>
        <translation>Recovery key</translation>
    </message>
    <message>
        <source>只显示这一次。忘记密码时，只有它能打开账本和备份。请抄写或打印，与电脑分开存放。</source>
        <translation>Shown this once. If the password is forgotten, only this opens the records and backups. Copy or print it and keep it apart from the PC.</translation>
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
        <source>日期看不懂，请写成 2026-10-08。</source>
        <translation>This date cannot be read; write it as 2026-10-08.</translation>
    </message>
    <message>
        <source>请写一个整数，例如 10。</source>
        <translation>Write a whole number, for example 10.</translation>
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
        <source>请输入密码。</source>
        <translation>Enter the password.</translation>
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
    <name>Page</name>
    <message>
        <source>查找 Ctrl+K</source>
        <translation>Find Ctrl+K</translation>
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
        <source>预览和打印 ↵</source>
        <translation>Preview and print ↵</translation>
    </message>
    <message>
        <source>存为 PDF…</source>
        <translation>Save as PDF…</translation>
    </message>
    <message>
        <source>存为 XLSX…</source>
        <translation>Save as XLSX…</translation>
    </message>
    <message>
        <source>带上每一行的算式</source>
        <translation>With each line&apos;s formula</translation>
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
        <source>男</source>
        <translation>m</translation>
    </message>
    <message>
        <source>女</source>
        <translation>f</translation>
    </message>
</context>
<context>
    <name>Today</name>
    <message>
        <source>今日</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>＋ 工序</source>
        <translation>+ Process</translation>
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
        <source>已撤销</source>
        <translation>Undone</translation>
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
        <source>已日结，仍有 {count} 人未填：{names}。未填不算缺勤。</source>
        <translation>The day is closed; {count} not filled in: {names}. Not filled in is not absent.</translation>
    </message>
    <message>
        <source>↵ 确认建议并下移&#x3000;v 出勤&#x3000;h 半天&#x3000;a 旷工&#x3000;l 事假&#x3000;b 病假&#x3000;x 休&#x3000;6.5 小时数&#x3000;+2 加班&#x3000;j8 假日上班&#x3000;F2 同上一工作日&#x3000;F9 全部按建议&#x3000;Ctrl+D 向下填充&#x3000;Ctrl+Z 撤销</source>
        <translation>↵ accept, down   v present   h half   a absent   l leave   b sick   x off   6.5 hours   +2 overtime   j8 holiday work   F2 as before   F9 accept all   Ctrl+D fill down   Ctrl+Z undo</translation>
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
        <source>出勤（人）</source>
        <translation>Present</translation>
    </message>
    <message>
        <source>不在岗（人）</source>
        <translation>Away</translation>
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
        <source>工人</source>
        <translation>Workers</translation>
    </message>
    <message>
        <source>工资</source>
        <translation>Payroll</translation>
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
        <source>工坊账本</source>
        <translation>Gongfang</translation>
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
