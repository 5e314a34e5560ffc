// Functions over ranges against the same checks in a loop somebody wrote for just this.
import vm from 'node:vm';
import { inTurn, rounded } from './in-turn.mjs';

const rows = 10_000;
const totalRows = 100_000;

/** What is in the columns: numbers, numbers with a zero or a blank in every fifth row. */
const columns = {
  plain: 'i % 97 + 1',
  zeros: 'i % 5 === 0 ? 0 : i % 97 + 1',
  blanks: "i % 5 === 0 ? '' : i % 97 + 1",
};

export function cellFigures(code) {
  const found = {};
  for (const [kind, leads] of Object.entries(columns)) {
    const [ours, byHand] = compared(
      code,
      rows,
      leads,
      'CPL(cost, leads)',
      'cplByHand(cost, leads)',
    );
    found[kind] = { ours, byHand };
  }
  const { plain } = found;
  const [ours, byHand] = compared(
    code,
    totalRows,
    columns.plain,
    'KPI_TOTAL("CPL", cost, leads)',
    'totalByHand(cost, leads)',
    60,
  );
  return {
    'function.nsPerElement': rounded((plain.ours * 1e6) / rows),
    'function.byHandNsPerElement': rounded((plain.byHand * 1e6) / rows),
    'function.ratio': rounded(plain.ours / plain.byHand),
    ...Object.fromEntries(
      Object.entries(found).map(([kind, each]) => [
        `cpl.${kind}.ratio`,
        rounded(each.ours / each.byHand),
      ]),
    ),
    'total.ratio': rounded(ours / byHand),
  };
}

/**
 * Both in a context of their own: what V8 learnt of other columns is no help. Of several contexts the
 * one in the middle: now and then V8 expects the answers of one of them to be kept, which takes longer.
 */
function compared(...given) {
  const found = [1, 2, 3, 4, 5].map(() => comparedOnce(...given));
  found.sort(([ours, byHand], [others, otherByHand]) => ours / byHand - others / otherByHand);
  return found[2];
}

function comparedOnce(code, size, leads, ours, byHand, times = 200) {
  const context = vm.createContext({});
  vm.runInContext(code, context);
  vm.runInContext(loopsByHand, context);
  vm.runInContext(
    `var cost = [], leads = [];
    for (var i = 0; i < ${size}; i++) { cost.push([i + 0.5]); leads.push([${leads}]); }
    function ours() { return ${ours}; }
    function byHand() { return ${byHand}; }`,
    context,
  );
  return inTurn(
    [() => vm.runInContext('ours()', context), () => vm.runInContext('byHand()', context)],
    times,
  );
}

const loopsByHand = `
  var cplByHand = (function (isFinite) { return function (cost, leads) {
    if (cost.length !== leads.length) throw new Error('shapes');
    var last = cost.length;
    while (last > 0 && cost[last - 1][0] === '' && leads[last - 1][0] === '') last--;
    var out = [];
    for (var i = 0; i < last; i++) {
      var c = cost[i][0], l = leads[i][0], answer;
      if (c === '' || c === null || l === '' || l === null) answer = '';
      else if (typeof c !== 'number' || typeof l !== 'number') answer = 'not a number';
      else if (c < 0 || l < 0) answer = 'negative';
      else if (l === 0) answer = 'no leads';
      else { answer = c / l; if (!isFinite(answer)) answer = 'too large'; }
      out.push([answer]);
    }
    return out;
  }; })(isFinite);
  var totalByHand = (function (isFinite) { return function (cost, leads) {
    if (cost.length !== leads.length) throw new Error('shapes');
    var last = cost.length;
    while (last > 0 && cost[last - 1][0] === '' && leads[last - 1][0] === '') last--;
    var known = 0, costs = 0, sum = 0;
    for (var i = 0; i < last; i++) {
      var c = cost[i][0], l = leads[i][0];
      var noCost = c === '' || c === null, noLeads = l === '' || l === null;
      if (noCost && noLeads) continue;
      if (noCost || noLeads) throw new Error('half known, row ' + i);
      if (typeof c !== 'number' || typeof l !== 'number') throw new Error('not a number, row ' + i);
      if (!isFinite(c) || !isFinite(l)) throw new Error('not a number, row ' + i);
      if (c < 0 || l < 0) throw new Error('negative, row ' + i);
      known++;
      costs += c;
      sum += l;
    }
    if (known === 0) return '';
    return sum === 0 ? 'no leads' : costs / sum;
  }; })(isFinite);
`;
