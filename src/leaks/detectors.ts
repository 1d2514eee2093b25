import { address } from './address.ts';
import { bankCard } from './bank-card.ts';
import { closedMark } from './closed-mark.ts';
import type { Detector, LeakWording } from './detector.ts';
import type { DiagnosticCode } from '../minutes/diagnostics.ts';
import { draftMark } from './draft-mark.ts';
import { email } from './email.ts';
import { idCard } from './id-card.ts';
import { idCard15 } from './id-card-15.ts';
import { internalMark } from './internal-mark.ts';
import { mobile } from './mobile.ts';
import { passport } from './passport.ts';
import { personalSituation } from './personal-situation.ts';
import { plate } from './plate.ts';
import { secrecyMark } from './secrecy-mark.ts';
import { telephone } from './telephone.ts';
import { uscc } from './uscc.ts';

/** Every detector (§5.2). Where two find the same digits, the earlier one says what they are. */
export const DETECTORS: readonly Detector[] = [
  idCard,
  bankCard,
  mobile,
  uscc,
  idCard15,
  passport,
  telephone,
  email,
  plate,
  address,
  personalSituation,
  internalMark,
  secrecyMark,
  draftMark,
  closedMark,
];

/** Those that find something that forbids publication. */
export const BLOCKING_DETECTORS: readonly Detector[] = [
  idCard,
  bankCard,
  mobile,
  internalMark,
  secrecyMark,
  draftMark,
  closedMark,
];

const PERSONAL = '删去，或改成不能认出个人的写法（条例第十五条）';

/** How findings of a code are worded. */
export const WORDINGS: Readonly<Partial<Record<DiagnosticCode, LeakWording>>> = {
  'leak/id-card': { name: '身份证号码', hint: PERSONAL, secret: true },
  'leak/id-card-doubtful': {
    name: '像身份证号码的数字（校验码不对）',
    hint: '是身份证号码的删去；不是的不用改',
    secret: true,
  },
  'leak/id-card-15': {
    name: '像 15 位身份证号码的数字',
    hint: '是身份证号码的删去；不是的不用改',
    secret: true,
  },
  'leak/mobile': { name: '手机号码', hint: PERSONAL, secret: true },
  'leak/bank-card': { name: '银行卡号', hint: PERSONAL, secret: true },
  'leak/telephone': {
    name: '电话号码',
    hint: '个人电话删去；是单位对外公布的电话，不用改',
    secret: true,
  },
  'leak/email': { name: '电子邮箱', hint: '个人邮箱删去；是单位对外公布的邮箱，不用改', secret: true },
  'leak/passport': { name: '证件号码', hint: PERSONAL, secret: true },
  'leak/plate': { name: '车牌号', hint: PERSONAL, secret: true },
  'leak/address': { name: '个人住址', hint: '只写到路、村；不是个人住址的不用改', secret: true },
  'leak/personal-situation': {
    name: '个人情况',
    hint: '删去姓名或情况，未成年人、病情、救助情况不能与姓名同时出现',
    secret: true,
  },
  'leak/uscc': {
    name: '统一社会信用代码的校验码不对：',
    hint: '对照原件或登记证改正',
    secret: false,
  },
  'leak/secrecy-mark': {
    name: '密级、份号或紧急程度标志',
    hint: '停止发布，交保密审查人员核对；涉密的文件移出本仓库并按规定处理',
    secret: false,
  },
  'leak/internal-mark': {
    name: '内部文件标志',
    hint: '交公开审查人员核对；不公开的移出 content/minutes，可以公开的对照原件删去标志',
    secret: false,
  },
  'leak/draft-mark': {
    name: '未定稿标志',
    hint: '换成印发的定稿；确是定稿的，对照原件删去',
    secret: false,
  },
  'leak/draft-word': { name: '稿件名称', hint: '核对是不是定稿；说的是别的文件，不用改', secret: false },
  'disclosure/mark-mismatch': {
    name: '不公开标志',
    hint: '请公开审查人员核对，不公开的文件移出 content/minutes',
    secret: false,
  },
};
