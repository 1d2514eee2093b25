import { words } from './characters.ts';

/** Sentences of minutes with slots; `grammar.ts` says what the slots are. */
export const SENTENCES = {
  /** Why the matter is before the meeting, behind 会议指出. */
  significance: words(`
    {fact}。
    {fact}，必须{doing}，{ensured}。
    今年以来，各地各部门{four}，{work}、{work}等工作{merit}，但{lack}。
    {field}工作{merit}，同时也要清醒看到，{lack}，{thing}、{thing}等方面的短板亟待补齐。
    {fact}。各地各部门要深入贯彻落实{guide}，{stance}，{ensured}。
    近年来，我市{doing}，{work}水平不断提高。{fact}。
    今年{measure}，{measure}，{merit}。
    贯彻落实{guide}，关键在于{act}。
  `),
  /** What a paper, a report or a request is about in particular: lists of places, firms and people. */
  plan: words(`
    征求意见期间，收到{town}、{town}和{firm}、{firm}等单位以及{person}、{person}等群众意见{12-160}条，采纳{6-90}条。
    专家组（{person}、{person}、{person}、{person}、{person}）对{thing}、{thing}进行了论证，提出意见{6-48}条。
    人大代表{person}、{person}和政协委员{person}提出的关于{thing}的建议，已在文件中予以吸收。
    试点先在{village}、{village}、{neighbourhood}、{neighbourhood}开展，{deadline}总结评估。
    据统计，{road}、{road}、{river}、{river}沿线共有{thing}{26-980}处，其中{neighbourhood}、{village}较为集中。
    起草组先后到{village}、{neighbourhood}、{firm}、{firm}调研，{person}、{person}等同志参加。
    文件明确，{road}、{road}、{river}和{neighbourhood}周边率先落实{work}，{facility}、{facility}的配套同步推进。
  `),
  report: words(`
    前期专项督查抽查了{village}、{neighbourhood}、{road}、{facility}、{firm}等{18-260}处点位，发现{thing}、{thing}等方面问题{36-680}个。
    上阶段，{village}的{work}、{neighbourhood}的{work}、{firm}的{work}等做法受到群众欢迎。
    {town}{village}、{town}{village}、{town}{village}已完成{work}，{facility}、{road}等项目正在推进。
    截至目前，{firm}、{firm}已落实整改，{firm}正在办理{work}手续，{road}、{road}沿线尚有{thing}{6-86}处。
    {person}、{person}、{person}等群众通过热线反映的{neighbourhood}、{village}{thing}问题已经办结。
    调研组走访了{firm}、{firm}、{firm}和{village}、{neighbourhood}，梳理{thing}、{thing}等方面意见{12-96}条。
    督导组（{person}、{person}、{person}、{person}）反馈的{6-48}个问题中，{neighbourhood}、{road}、{river}的问题正在整改。
  `),
  request: words(`
    本次拟实施的项目包括{road}（{road}至{road}段）、{neighbourhood}、{village}、{facility}、{road}等{12-86}个，总投资约{0.6-38.6}亿元。
    涉及{firm}、{firm}、{firm}、{firm}等{6-96}家企业，资金{120-9800}万元。
    服务对象以{neighbourhood}、{neighbourhood}、{neighbourhood}、{village}为主，技术支撑单位是{firm}，年均费用约{60-980}万元。
    项目负责人为{person}，设计、监理单位分别是{firm}、{firm}，已经{person}、{person}、{person}等专家评审。
    沿线涉及{village}、{village}、{neighbourhood}等{3-28}个村（社区）{26-680}户，{road}、{river}需要同步迁改管线。
    截至目前，{firm}、{firm}已签约，{firm}正在洽谈，{road}地块具备供应条件。
    拟表扬{person}、{person}、{person}、{person}、{person}等{8-60}名先进个人和{firm}、{village}、{neighbourhood}等{6-40}个先进集体。
  `),
  /** The first point: what to think. */
  opening: words(`
    要{stance}，深入贯彻落实{guide}，{doing}。
    各地各部门要{stance}，{act}，{act}，{ensured}。
    要充分认识{work}、{work}等工作的重要意义，{stance}，{act}。
    要坚持“{slogan}”，{stance}，{doing}。
    要坚持“{slogan}”，{act}，{act}，{ensured}。
    要对标对表{guide}，{four}，{doing}，{ensured}。
    各级各部门要从{guide}的高度，{stance}，把{work}摆上重要议事日程，{act}。
    要{stance}。{fact}，各地各部门要{four}，{act}。
    要全面领会{guide}，结合实际{act}，{act}。
    各镇（街道）要{stance}，{four}，{act}，{ensured}。
  `),
  /** The points between: what to do. */
  middle: words(`
    要{focus}{thing}、{thing}、{thing}等{key}，{act}，{act}，{ensured}。
    {duty}要{act}，{act}；{duties}要{act}，{synergy}。
    要{act}，{act}，{deadline}{measure}。
    要坚持问题导向，{focus}{thing}和{thing}，{four}，{act}。
    要{adverb}推动{work}与{work}有机结合，{act}，{ensured}。
    要抓好{work}，{act}；抓好{work}，{act}；抓好{work}，{act}。
    要用好{tool}，{act}，做到{four}。
    {dutytown}要结合自身实际{act}，在{work}上先行一步，{act}。
    要突出“{slogan}”，{act}，{act}，推动{work}、{work}、{work}等各项措施落地见效。
    要在{work}上下功夫，{act}；要在{work}上求实效，{act}，{deadline}{measure}。
    要{act}。{focus}{thing}、{thing}等{key}，{act}，{ensured}。
    要加大对{thing}的{work}力度，{act}；对{thing}，要逐一建档立卡，{act}。
    {duties}要按照职责分工，{act}，{act}，{deadline}完成{work}任务。
    要把{work}作为重中之重，{four}，{act}，{act}。
    {duty}要会同属地{act}，重点解决{thing}、{thing}等方面的问题，{deadline}拿出具体措施。
    要{act}，同步{act}，{four}，{ensured}。
    要以{work}为抓手，{act}，{act}，{act}，力争{deadline}{measure}。
    要坚持{four}，在{thing}、{thing}等方面{act}，切忌{bad}。
    要严格落实{work}、{work}等制度，{act}。{duty}要每季度通报进展情况。
    要统筹{thing}、{thing}和{thing}，{act}，既要{act}，又要{act}。
    要深化“{slogan}”，{act}。{duty}要牵头制定{work}工作方案，{duties}要积极配合。
    要加快{work}进度，{road}、{road}等重点区域要率先{act}。
    要总结{town}、{town}等地经验，{act}，{act}。
    要注重{work}实效，{act}，推动{thing}由点到面、由表及里{adverb}改善。
  `),
  /** The last point: how to see it through. */
  closing: words(`
    要加强组织领导，{duty}要牵头抓总，{duties}要各司其职，{synergy}。
    要强化督查考核，将{work}纳入{exam}，对{bad}的，{punish}。
    要加强宣传引导，{publicity}，营造{atmosphere}的良好氛围。
    要强化资金保障，{money}，{act}。
    要及时总结推广{work}经验做法，{act}，{ensured}。
    要{act}，{synergy}。{duty}要做好跟踪督办，对{bad}的，{punish}。
    要加强{work}队伍建设，{act}，{four}，{ensured}。
    各地各部门要明确分管领导和具体责任人，{four}，{act}，{synergy}。
    要{publicity}，引导群众主动参与{work}，营造{atmosphere}的良好氛围。
    要正确处理好{thing}与{thing}的关系，{act}，{ensured}。
    {duty}要会同{duties}，{act}，定期向市政府报告进展情况。
    要抓紧做好{work}等后续工作，{act}，{money}。
  `),
  /** What a point may go on with. */
  extra: words(`
    同时，{act}，{act}。
    特别是在{thing}方面，要{act}，{act}。
    对{thing}等方面存在的问题，要{four}，{act}。
    {duty}要主动靠前，{act}。
    {town}{village}、{village}等地要结合实际，{act}。
    有条件的地方可以{doing}，{measure}。
    要把{thing}和{thing}结合起来，{act}。
    涉及{thing}的，要{act}，做到{four}。
    要从{road}、{neighbourhood}等群众反映集中的点位入手，{act}。
    {duties}要加强会商研判，{act}，{deadline}形成阶段性成果。
    凡是{thing}方面的事项，一律{four}，{act}。
    要以{guide}为遵循，{doing}。
    力争{deadline}{measure}，{measure}。
    要学会用“{slogan}”的理念谋划{work}，{act}。
    要注意{thing}、{thing}带来的新情况，{act}。
    {work}、{work}等工作要同步跟上，{act}。
  `),
  /** What follows the title of an inline point (一要压实责任。…). */
  under: words(`
    {stance}，{act}，{ensured}。
    {focus}{thing}、{thing}等{key}，{act}，{act}。
    {act}，{act}，{deadline}{measure}。
    {duty}要{act}，{duties}要{act}，{synergy}。
    {four}，{act}，{act}，{ensured}。
    将{work}纳入{exam}，{act}，对{bad}的，{punish}。
    {publicity}，{act}，营造{atmosphere}的良好氛围。
    以{work}为抓手，{act}，{act}，{four}。
    {money}，{act}，{ensured}。
    用好{tool}，{act}，推动{work}提质增效。
  `),
  /** What a deciding meeting lays down, behind 会议明确 or 一是. */
  settled: words(`
    由{duty}牵头，{duties}配合，{act}，{deadline}完成。
    {duty}要{act}，{deadline}将落实情况报市政府。
    所需资金由{dutyfinance}按程序统筹安排，{duty}要加强资金使用监管。
    由{duty}负责{work}，{duties}要{act}。
    {dutytown}要落实属地责任，{act}，{deadline}完成{work}。
    由{duty}会同{duties}进一步细化{work}方案，{act}。
    {duty}要抓紧与上级主管部门沟通衔接，{act}。
    由{dutyfinance}安排专项资金{300-9800}万元，用于{work}，由{duty}按进度申请拨付。
    {thing}有关事项由{duty}依法依规办理，{four}。
  `),
} as const;
