/** `bureaus.yaml` of the fictional city: the usual bodies of a county-level city, with the reforms of 2019 and 2024. */
export const REGISTRY_FILE = `# 云泽市（虚构城市）的机构名录，仅供演示和测试
place: { P: 云泽市, U: 澜江市, elsewhere: [澜江省] }

bureaus:
  # ---------- 党委、人大、政协、司法、军事 ----------
  - { id: shiwei, kind: party, full: 中共$P委员会, short: 市委 }
  - { id: swb, kind: party, full: 中共$P委员会办公室, short: 市委办, aliases: [市委办公室] }
  - { id: jwjw, kind: party, full: 中共$P纪律检查委员会、$P监察委员会, short: 市纪委监委, aliases: [市纪委, 市监委] }
  - id: zzb
    kind: party
    full: 中共$P委员会组织部
    short: 市委组织部
    former: [{ full: $P公务员局, short: 市公务员局, until: 2019-03, note: 职责并入组织部 }]
  - { id: xcb, kind: party, full: 中共$P委员会宣传部, short: 市委宣传部 }
  - { id: tzb, kind: party, full: 中共$P委员会统一战线工作部, short: 市委统战部 }
  - { id: zfw, kind: party, full: 中共$P委员会政法委员会, short: 市委政法委 }
  - { id: shgzb, kind: party, full: 中共$P委员会社会工作部, short: 市委社会工作部, since: 2024-03 }
  - id: bianban
    kind: party
    full: 中共$P委员会机构编制委员会办公室
    short: 市委编办
    former: [{ full: $P机构编制委员会办公室, short: 市编办, until: 2019-03 }]
  - { id: renda, kind: npc, full: $P人民代表大会常务委员会, short: 市人大常委会, aliases: [市人大, 市人大常委会办公室] }
  - { id: zhengxie, kind: cppcc, full: 中国人民政治协商会议$P委员会, short: 市政协, aliases: [市政协办公室] }
  - { id: fayuan, kind: judicial, full: $P人民法院, short: 市法院, bare: [法院] }
  - { id: jianchayuan, kind: judicial, full: $P人民检察院, short: 市检察院, bare: [检察院] }
  - { id: rwb, kind: military, full: $P人民武装部, short: 市人武部, bare: [人武部] }

  # ---------- 市政府及工作部门 ----------
  - { id: szf, kind: gov, full: $P人民政府, short: 市政府 }
  - { id: zfb, kind: gov, full: $P人民政府办公室, short: 市政府办, aliases: [市政府办公室], bare: [政府办] }
  - id: fgw
    kind: gov
    full: $P发展和改革委员会
    short: 市发改委
    aliases: [市发展改革委]
    bare: [发改委]
    former:
      - { full: $P物价局, short: 市物价局, until: 2019-03, note: 并入 }
      - { full: $P粮食局, short: 市粮食局, until: 2019-03, note: 并入 }
  - { id: jyj, kind: gov, full: $P教育局, short: 市教育局, bare: [教育局] }
  - { id: kjj, kind: gov, full: $P科学技术局, short: 市科技局, bare: [科技局] }
  - id: gxj
    kind: gov
    full: $P工业和信息化局
    short: 市工信局
    bare: [工信局]
    former: [{ full: $P经济和信息化委员会, short: 市经信委, until: 2019-03 }]
  - { id: gaj, kind: gov, full: $P公安局, short: 市公安局, bare: [公安局] }
  - { id: mzj, kind: gov, full: $P民政局, short: 市民政局, bare: [民政局] }
  - id: sfj
    kind: gov
    full: $P司法局
    short: 市司法局
    bare: [司法局]
    former: [{ full: $P人民政府法制办公室, short: 市法制办, until: 2019-03, note: 并入司法局 }]
  - { id: czj, kind: gov, full: $P财政局, short: 市财政局, bare: [财政局] }
  - { id: rsj, kind: gov, full: $P人力资源和社会保障局, short: 市人社局, bare: [人社局] }
  - id: zrj
    kind: gov
    full: $P自然资源和规划局
    short: 市资源规划局
    aliases: [市自然资源和规划局]
    bare: [资源规划局]
    former:
      - { full: $P国土资源局, short: 市国土局, until: 2019-03 }
      - { full: $P规划局, short: 市规划局, until: 2019-03 }
  - { id: zjj, kind: gov, full: $P住房和城乡建设局, short: 市住建局, bare: [住建局] }
  - { id: cgj, kind: gov, full: $P城市管理局, short: 市城管局, bare: [城管局] }
  - { id: jtj, kind: gov, full: $P交通运输局, short: 市交通运输局, aliases: [市交运局], bare: [交通运输局] }
  - id: swj
    kind: gov
    full: $P水务局
    short: 市水务局
    bare: [水务局]
    former: [{ full: $P水利局, short: 市水利局, until: 2019-03 }]
  - id: nyj
    kind: gov
    full: $P农业农村局
    short: 市农业农村局
    bare: [农业农村局]
    former:
      - { full: $P农业委员会, short: 市农委, until: 2019-03 }
      - { full: $P乡村振兴局, short: 市乡村振兴局, until: 2024-03, note: 职责并入 }
  - { id: swuj, kind: gov, full: $P商务局, short: 市商务局, bare: [商务局] }
  - id: wlj
    kind: gov
    full: $P文体广电和旅游局
    short: 市文体广旅局
    bare: [文体广旅局]
    former:
      - { full: $P文化广电新闻出版局, short: 市文广新局, until: 2019-03 }
      - { full: $P旅游局, short: 市旅游局, until: 2019-03 }
      - { full: $P体育局, short: 市体育局, until: 2019-03 }
  - id: wjw
    kind: gov
    full: $P卫生健康委员会
    short: 市卫健委
    aliases: [市卫生健康委]
    bare: [卫健委]
    former: [{ full: $P卫生和计划生育委员会, short: 市卫计委, until: 2019-03 }]
  - { id: tyj, kind: gov, full: $P退役军人事务局, short: 市退役军人局, aliases: [市退役军人事务局], bare: [退役军人局], since: 2019-03 }
  - id: yjj
    kind: gov
    full: $P应急管理局
    short: 市应急局
    aliases: [市应急管理局]
    bare: [应急局]
    former: [{ full: $P安全生产监督管理局, short: 市安监局, until: 2019-03 }]
  - { id: shjj, kind: gov, full: $P审计局, short: 市审计局, bare: [审计局] }
  - id: spj
    kind: gov
    full: $P行政审批局
    short: 市行政审批局
    bare: [行政审批局]
    former: [{ full: $P政务服务管理办公室, short: 市政务办, until: 2019-03 }]
  - id: scj
    kind: gov
    full: $P市场监督管理局
    short: 市市场监管局
    bare: [市场监管局]
    former:
      - { full: $P工商行政管理局, short: 市工商局, until: 2019-03 }
      - { full: $P质量技术监督局, short: 市质监局, until: 2019-03 }
      - { full: $P食品药品监督管理局, short: 市食药监局, until: 2019-03 }
    note: “市市场监管局”的两个“市”都要
  - { id: tjj, kind: gov, full: $P统计局, short: 市统计局, bare: [统计局] }
  - { id: ybj, kind: gov, full: $P医疗保障局, short: 市医保局, bare: [医保局], since: 2019-03 }
  - { id: xfj, kind: gov, full: $P信访局, short: 市信访局, bare: [信访局] }
  - id: jrj
    kind: gov
    full: $P地方金融监督管理局
    short: 市金融监管局
    aliases: [市地方金融监管局]
    bare: [金融监管局]
    former: [{ full: $P人民政府金融工作办公室, short: 市金融办, until: 2019-03 }]
  - id: sjj
    kind: gov
    full: $P数据局
    short: 市数据局
    bare: [数据局]
    former: [{ full: $P大数据管理局, short: 市大数据局, until: 2024-03 }]

  # ---------- 直属单位、垂直管理、企业 ----------
  - { id: rmt, kind: gov-affil, full: $P融媒体中心, short: 市融媒体中心, bare: [融媒体中心] }
  - { id: jgsw, kind: gov-affil, full: $P机关事务管理中心, short: 市机关事务中心, bare: [机关事务中心] }
  - id: hbj
    kind: vertical
    full: $U云泽生态环境局
    short: 云泽生态环境局
    aliases: [市生态环境局]
    bare: [生态环境局]
    former: [{ full: $P环境保护局, short: 市环保局, until: 2019-06 }]
  - id: shuiwu
    kind: vertical
    full: 国家税务总局$P税务局
    short: 市税务局
    bare: [税务局]
    former:
      - { full: 云泽国家税务局, short: 市国税局, until: 2018-07 }
      - { full: 云泽地方税务局, short: 市地税局, until: 2018-07 }
  - { id: qixiang, kind: vertical, full: $P气象局, short: 市气象局, bare: [气象局] }
  - id: xfdd
    kind: vertical
    full: $P消防救援大队
    short: 市消防救援大队
    bare: [消防救援大队]
    former: [{ full: $P公安消防大队, short: 市公安消防大队, until: 2018-10 }]
  - { id: haiguan, kind: vertical, full: 中华人民共和国云泽海关, short: 云泽海关, bare: [海关] }
  - { id: gongdian, kind: utility, short: 市供电公司, bare: [供电公司] }
  - { id: youzheng, kind: utility, short: 市邮政公司, bare: [邮政公司] }
  - { id: ctjt, kind: soe, full: 云泽城市建设投资集团有限公司, short: 市城投集团, bare: [城投集团] }
  - { id: jtjt, kind: soe, full: 云泽交通产业集团有限公司, short: 市交通产业集团, bare: [交通产业集团] }
  - { id: swjt, kind: soe, full: 云泽水务集团有限公司, short: 市水务集团, bare: [水务集团] }
  - { id: wljt, kind: soe, full: 云泽文化旅游集团有限公司, short: 市文旅集团, bare: [文旅集团] }

  # ---------- 群团 ----------
  - { id: zgh, kind: mass, full: $P总工会, short: 市总工会, bare: [总工会] }
  - { id: tsw, kind: mass, full: 中国共产主义青年团$P委员会, short: 团市委 }
  - { id: fulian, kind: mass, full: $P妇女联合会, short: 市妇联 }
  - { id: canlian, kind: mass, full: $P残疾人联合会, short: 市残联 }

  # ---------- 开发区、镇、街道 ----------
  - { id: jkq, kind: zone, full: 云泽经济开发区管理委员会, short: 云泽经开区, aliases: [云泽经开区管委会, 经开区] }
  - { id: gxq, kind: zone, full: 云泽高新技术产业开发区管理委员会, short: 云泽高新区, aliases: [云泽高新区管委会, 高新区] }
  - { id: djq, kind: zone, full: 云湖旅游度假区管理委员会, short: 云湖旅游度假区, aliases: [云湖旅游度假区管委会] }
  - { id: wangchao, kind: town, full: $P望潮镇人民政府, short: 望潮镇 }
  - { id: chenghu, kind: town, full: $P澄砚镇人民政府, short: 澄砚镇 }
  - { id: luzhou, kind: town, full: $P鹭沙镇人民政府, short: 鹭沙镇 }
  - { id: ludang, kind: town, full: $P芦荡镇人民政府, short: 芦荡镇 }
  - { id: jinyan, kind: town, full: $P锦堰镇人民政府, short: 锦堰镇 }
  - { id: xingpu, kind: town, full: $P杏渚镇人民政府, short: 杏渚镇, former: [{ full: 东渚乡, until: 2021-06, note: 撤销后并入 }] }
  - { id: yuntai, kind: town, full: $P人民政府云埠街道办事处, short: 云埠街道, aliases: [云埠街道办事处] }
  - { id: dongli, kind: town, full: $P人民政府东篱街道办事处, short: 东篱街道, aliases: [东篱街道办事处] }

  # ---------- 议事协调机构 ----------
  - { id: awh, kind: coord, full: $P安全生产委员会, short: 市安委会, aliases: [市安委办], office: yjj }
  - { id: jzw, kind: coord, full: $P减灾委员会, short: 市减灾委, aliases: [市减灾办], office: yjj }
  - { id: xaw, kind: coord, full: $P消防安全委员会, short: 市消安委, aliases: [市消安办], office: xfdd }
  - { id: saw, kind: coord, full: $P食品安全委员会, short: 市食安委, aliases: [市食安办], office: scj }

# 组合写法
composites:
  - { text: 两办, bureaus: [swb, zfb] }
  - { text: 市委、市政府, bureaus: [shiwei, szf] }
  - { text: 市委办、市政府办, bureaus: [swb, zfb] }

# 泛指
collectives:
  - 各地各部门
  - 各地
  - 各部门
  - 各级各部门
  - 各有关部门
  - 各责任单位
  - 各镇（街道）
  - 各镇、街道
  - 各区镇
  - 相关部门
  - 有关部门
  - 属地部门
  - 党政机关
  - 各行业主管部门
  - 各镇人民政府
  - 市各委办局
  - 各直属单位
  - 市各直属单位
  - 市委各部委办局
  - 市各人民团体
`;
