/** The `site.yaml` of a fictional city (虚构) that publishes. */
export const PUBLISHING_SITE = `mode: publish
name: 云岭市人民政府
place: 云岭市
domain: www.yunling.example
code: '3299990001'
source: 云岭市人民政府办公室
column: { name: 会议纪要, description: 常务会议纪要, keywords: [纪要], type: 信息公开目录 }
bureauColumn: { name: 机构, description: 按机构查看, keywords: [机构], type: 机构职能 }
sponsor: 云岭市人民政府办公室
contact: { phone: 0599-00000000, address: 云岭市一号, postcode: '000000' }
filings: { icp: 虚ICP备1号, police: 虚公网安备1号, conac: 'https://conac.example/1', mistakes: 'https://mistakes.example/1' }
`;
