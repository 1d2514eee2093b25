/** `lists/local.yaml` of the fictional city: what its texts repeat on purpose. */
export const LOCAL_LIST = `# 虚构城市的本地用语
doubled: [市市场监管局, 市市场监督管理局]
`;
