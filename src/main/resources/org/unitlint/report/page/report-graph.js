// The units and their dependencies: who is tied to whom, and by which chains.
(function (page) {
  'use strict';

  /** What each kind of dependency is called, seen from its two ends. */
  const WORDS = {
    Requires: ['requires', 'required by'],
    Requisite: ['needs running', 'must run for'],
    Wants: ['wants', 'wanted by'],
    BindsTo: ['is bound to', 'binds'],
    Upholds: ['upholds', 'upheld by'],
    PartOf: ['part of', 'has parts'],
    After: ['starts after', 'starts before'],
    Conflicts: ['conflicts with', 'conflicted by'],
    Triggers: ['triggers', 'triggered by'],
    OnFailure: ['on failure starts', 'started on failure of'],
    OnSuccess: ['on success starts', 'started on success of'],
    PropagatesReloadTo: ['reloads', 'reloaded with'],
    PropagatesStopTo: ['stops', 'stopped with'],
    JoinsNamespaceOf: ['joins the namespace of', 'shares its namespace with'],
    InSlice: ['in slice', 'slice of'],
  };
  const TINTS = {
    service: 'service', socket: 'socket', target: 'target', mount: 'storage', automount: 'storage',
    swap: 'storage', timer: 'trigger', path: 'trigger', device: 'device',
  };

  /** What holds for a unit of which the page says nothing else. */
  const PLAIN = { state: 'loaded', about: '', when: 'never', box: '', findings: 0 };

  let graph = null;

  /** The graph, read when it is first asked for. */
  function load() {
    if (graph) {
      return graph;
    }
    const data = JSON.parse(document.getElementById('graph-data').textContent);
    const units = data.units.map((unit) => ({ ...PLAIN, ...unit }));
    graph = { anchor: data.anchor, kinds: data.kinds, units, index: new Map() };
    graph.outward = data.units.map(() => []);
    graph.inward = data.units.map(() => []);
    data.units.forEach((unit, i) => graph.index.set(unit.name, i));
    for (let i = 0; i < data.edges.length; i += 4) {
      const [from, to, mask, usual] = data.edges.slice(i, i + 4);
      graph.outward[from].push({ unit: to, mask, usual });
      graph.inward[to].push({ unit: from, mask, usual });
    }
    return graph;
  }

  /** The bits of all kinds that have one of these roles. */
  function bits(...roles) {
    return load().kinds.reduce((all, k, i) => (roles.includes(k.role) ? all | (1 << i) : all), 0);
  }

  /** The names of the kinds in a mask. */
  function names(mask) {
    return load().kinds.filter((k, i) => mask & (1 << i)).map((k) => k.name);
  }

  /** What a kind is called at one of its ends: 0 where it begins, 1 where it leads to. */
  function words(name, end) {
    return (WORDS[name] || [name, name + ' of'])[end];
  }

  /** The kind of colour of a unit, by its type. */
  function tint(name) {
    return TINTS[name.slice(name.lastIndexOf('.') + 1)] || 'group';
  }

  /** The shortest way along edges of that mask, as steps {unit, mask} after the first; or null. */
  function chain(from, to, mask) {
    const steps = new Map([[from, null]]);
    const queue = [from];
    for (let i = 0; i < queue.length && !steps.has(to); i++) {
      for (const edge of load().outward[queue[i]]) {
        if (edge.mask & mask && !steps.has(edge.unit)) {
          steps.set(edge.unit, { unit: edge.unit, mask: edge.mask & mask, before: queue[i] });
          queue.push(edge.unit);
        }
      }
    }
    if (from === to || !steps.has(to)) {
      return null;
    }
    const way = [];
    for (let step = steps.get(to); step; step = steps.get(step.before)) {
      way.unshift(step);
    }
    return way;
  }

  /** The neighbours of a unit by kind and direction; the usual ones only if wanted. */
  function neighbours(unit, usualToo) {
    const { kinds, outward, inward } = load();
    const order = ['pull', 'order', 'conflict', 'trigger', 'other'];
    const groups = [];
    for (const role of order) {
      for (const [end, edges] of [outward[unit], inward[unit]].entries()) {
        kinds.forEach((kind, i) => {
          const held = edges.filter((e) => e.mask & (1 << i) && (usualToo || !(e.usual & (1 << i))));
          if (kind.role === role && held.length > 0) {
            groups.push({ words: words(kind.name, end), units: held.map((e) => e.unit) });
          }
        });
      }
    }
    return groups;
  }

  /** The units in a box of the overview; none for a name that no box has. */
  function boxed(name) {
    const { units } = load();
    return name === '' ? [] : [...units.keys()].filter((i) => units[i].box === name);
  }

  /** How many dependencies of a unit are usual ones. */
  function usualCount(unit) {
    const { outward, inward } = load();
    return [...outward[unit], ...inward[unit]].reduce((n, e) => n + names(e.usual).length, 0);
  }

  /** Who stands before a unit and who after it: {unit, pulls, before, after} each, the telling ones first. */
  function sides(unit, usualToo) {
    const { outward, inward, units } = load();
    const pull = bits('pull');
    const order = bits('order');
    const found = new Map();
    const note = (edges, out) => {
      for (const e of edges) {
        const { mask } = e;
        if ((usualToo ? mask : mask & ~e.usual) & (pull | order)) {
          const it = found.get(e.unit) || { unit: e.unit, pulls: false, before: false, after: false };
          it.pulls = it.pulls || Boolean(mask & pull);
          it.puller = it.puller || Boolean(mask & pull && !out);
          it[out ? 'before' : 'after'] = it[out ? 'before' : 'after'] || Boolean(mask & order);
          found.set(e.unit, it);
        }
      }
    };
    note(outward[unit], true);
    note(inward[unit], false);
    const rank = (it) => (it.pulls ? 0 : 2) + (units[it.unit].when === 'boot' ? 0 : 1);
    const all = [...found.values()].filter((it) => it.unit !== unit).sort((a, b) => rank(a) - rank(b));
    const left = (it) => it.before || (!it.after && !it.puller);
    return [all.filter(left), all.filter((it) => !left(it))];
  }

  /** A length of time in microseconds, written as in the rest of the page. */
  function time(micros) {
    const seconds = micros / 1e6;
    if (micros < 1e6) {
      return micros < 1000 ? (micros === 0 ? '0' : micros + 'us') : Math.floor(micros / 1000) + 'ms';
    }
    if (seconds < 60) {
      return seconds.toFixed(seconds < 10 ? 2 : 1) + 's';
    }
    const minutes = Math.floor(seconds / 60);
    if (minutes < 60) {
      return minutes + 'min ' + Math.floor(seconds % 60) + 's';
    }
    return Math.floor(minutes / 60) + 'h ' + (minutes % 60) + 'min';
  }

  Object.assign(page, { time, boxed, load, bits, names, words, tint, chain, neighbours, usualCount, sides });
})((window.unitlint = window.unitlint || {}));
