import type { Found } from './found';

/** Who is to do it, in brackets behind a task or behind its label: （市工信局牵头，市财政局、各区县配合）, 责任单位：市商务局、市统计局. */
const assigned = /[（(]([^（()）\n]{2,300}(?:牵头|负责|配合|分工)[^（()）\n]{0,40})[）)]|(?:责任|牵头|配合|参加|主办|协办|实施)(?:单位|部门|处室)[：:]([^。\n（()）]{2,300})/g;
const between = /[、，,；;：:\s]|以及|(?:会同|和|及|与)(?=[省市县区州])/;
/** What stands around an office's name in such a list. */
const label = /^(?:责任单位|牵头单位|配合单位|由|请|会同)+/;
const task = /(?:等?(?:省|市|区|县)?级?(?:有关|相关)?(?:部门|单位)?(?:按(?:照)?(?:职责|职能)?(?:分工)?)?(?:共同|分别|具体)?(?:牵头|负责|配合|参与|落实|实施|推进|会同))+$/;
const office = /^(?:省|市|县|区|州|旗|盟|自治区)?[\u4e00-\u9fff]{1,9}(?:局|委|办|厅|分局|总队|支队)$/;
const generic = /有关|相关|各|部门|单位|街道|乡镇|其他|负责/;
/** A firm of the city or district, as its government calls it: 区国投公司. */
const firm = /^[省市县区州][\u4e00-\u9fff]{2,8}(?:公司|集团)$/;

/** The offices that a government's plan gives its tasks to. Linear. */
export function departments(text: string): Found[] {
  // Most texts give no tasks: the signs of a list are looked for first.
  if (!/牵头|配合|责任单位|分工/.test(text)) return [];
  return [...text.matchAll(assigned)].flatMap(([, bracketed, labelled]) =>
    ((bracketed ?? labelled) as string).split(between).flatMap((item): Found[] => {
      const name = item.replace(label, '').replace(task, '');
      if (generic.test(name)) return [];
      if (office.test(name)) return [{ name, type: 'agency', strong: false }];
      return firm.test(name) ? [{ name, type: 'company', strong: false }] : [];
    }),
  );
}
