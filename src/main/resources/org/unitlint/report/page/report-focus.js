// The unit in focus: its panel, its neighbours, the chains to others, and the address that remembers it.
(function (page) {
  'use strict';

  const SVG = 'http://www.w3.org/2000/svg';
  const PREFIX = '#focus=';
  const SIDE = 8;
  const LONG = 12;
  const { make } = page;
  const panel = document.getElementById('focus');
  let usualToo = false;
  let asked = '';
  let origin = null;
  let chosen = false;

  /** The address of a unit in focus. */
  function address(name) {
    return PREFIX + encodeURIComponent(name);
  }

  /** The address of a part of the page. */
  function anchor(id) {
    return '#' + encodeURIComponent(id);
  }

  /** The text behind the mark in an address, decoded where it can be. */
  function decoded(text) {
    try {
      return decodeURIComponent(text);
    } catch (e) {
      return text;
    }
  }

  /** A link that focuses a unit. */
  function unitLink(index) {
    const unit = page.load().units[index];
    const dot = make('span', { class: 'dot ' + page.tint(unit.name) });
    const quiet = unit.when === 'never' ? ' never' : '';
    return make('a', { class: 'unit' + quiet, href: address(unit.name), title: unit.about || unit.name }, dot, unit.name);
  }

  /** A length of time, from microseconds. */
  function time(micros) {
    if (micros < 1e6) {
      return micros < 1000 ? micros + 'µs' : Math.round(micros / 1000) + 'ms';
    }
    const seconds = micros / 1e6;
    return seconds.toFixed(seconds < 10 ? 2 : 1) + 's';
  }

  /** What is said of the unit above all. */
  function facts(unit) {
    const list = make('dl', { class: 'facts' });
    const add = (term, ...text) => list.append(make('dt', {}, term), make('dd', {}, ...text));
    if (unit.state !== 'loaded') {
      add('state', make('span', { class: 'state ' + unit.state }, unit.state));
    }
    const when = { boot: 'at boot', demand: 'on demand', never: 'not by this boot' }[unit.when];
    if (unit.start === undefined) {
      add('started', when);
    } else {
      const took = unit.ready > unit.start ? ', after ' + time(unit.ready - unit.start) : '';
      add('started', when + ', at ' + time(unit.start));
      add('ready', 'at ' + time(unit.ready) + took);
    }
    const first = document.querySelector('.group[data-unit=' + CSS.escape(unit.name) + '] .finding');
    if (unit.findings > 0) {
      const text = unit.findings + (unit.findings === 1 ? ' finding' : ' findings');
      add('checked', first ? make('a', { href: '#' + first.id }, text) : text);
    }
    return list;
  }

  /** An element of SVG. */
  function draw(parent, tag, attributes, text = '') {
    const element = document.createElementNS(SVG, tag);
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    element.textContent = text;
    parent.append(element);
    return element;
  }

  /** A name that fits a box: its middle is left out. */
  function short(name, most) {
    if (name.length <= most) {
      return name;
    }
    const tail = Math.min(name.length - name.lastIndexOf('.'), most - 4) + 1;
    return name.slice(0, most - tail - 1) + '…' + name.slice(-tail);
  }

  /** The small picture of a unit between those before and those after it. */
  function diagram(index) {
    const WIDE = 156;
    const ROW = 27;
    const TOP = 22;
    const { units } = page.load();
    const sides = page.sides(index, usualToo);
    const rows = Math.max(1, ...sides.map((s) => Math.min(s.length, SIDE + 1)));
    const height = TOP + rows * ROW + 4;
    const middle = TOP + (rows * ROW) / 2;
    const name = units[index].name;
    const label = sides[0].length + ' before and ' + sides[1].length + ' after ' + name;
    const svg = draw(make('div'), 'svg', {
      class: 'picture near', viewBox: '0 0 420 ' + height, role: 'group', 'aria-label': label,
    });
    draw(svg, 'text', { class: 'muted', x: 0, y: 12 }, 'it waits for, or needs');
    draw(svg, 'text', { class: 'muted', x: 420, y: 12, 'text-anchor': 'end' }, 'waits for it, or needs it');
    sides.forEach((all, side) => {
      const shown = all.length > SIDE + 1 ? all.slice(0, SIDE) : all;
      const top = TOP + ((rows - shown.length - (shown.length < all.length ? 1 : 0)) * ROW) / 2;
      shown.forEach((it, i) => {
        const y = top + i * ROW + ROW / 2;
        line(svg, side, y, middle, it);
        box(svg, units[it.unit].name, side === 0 ? 0 : 420 - WIDE, y, WIDE);
      });
      if (shown.length < all.length) {
        const at = { class: 'muted', x: side === 0 ? 8 : 420 - 8, y: top + SIDE * ROW + 17 };
        at['text-anchor'] = side === 0 ? 'start' : 'end';
        draw(svg, 'text', at, 'and ' + (all.length - SIDE) + ' more');
      }
      if (all.length === 0) {
        const at = { class: 'muted', x: side === 0 ? 8 : 412, y: middle + 4 };
        at['text-anchor'] = side === 0 ? 'start' : 'end';
        draw(svg, 'text', at, 'nothing');
      }
    });
    const type = name.slice(name.lastIndexOf('.') + 1);
    const tint = page.tint(name);
    draw(svg, 'rect', { class: 'soft-' + tint + ' line-' + tint + ' here', x: 186, y: middle - 15, width: 48, height: 30, rx: 4 });
    draw(svg, 'text', { class: 'ink bold', x: 210, y: middle + 4, 'text-anchor': 'middle' }, short(type, 8));
    return svg;
  }

  /** A box of the small picture. */
  function box(svg, name, x, y, wide) {
    const link = draw(svg, 'a', { href: address(name) });
    draw(link, 'title', {}, name);
    const tint = page.tint(name);
    draw(link, 'rect', { class: 'soft-' + tint + ' line-' + tint, x: x + 0.5, y: y - 11, width: wide - 1, height: 22, rx: 3 });
    draw(link, 'text', { class: 'ink', x: x + wide / 2, y: y + 4, 'text-anchor': 'middle' }, short(name, 23));
  }

  /** A line of the small picture: solid where one pulls the other in, dotted where it is order alone. */
  function line(svg, side, y, middle, it) {
    const [x1, x2] = side === 0 ? [156, 186] : [264, 234];
    const bend = (x1 + x2) / 2;
    const kind = it.pulls ? (it.before || it.after ? 'both' : 'pulls') : 'waits';
    const at = 'M' + x1 + ' ' + y + 'C' + bend + ' ' + y + ' ' + bend + ' ' + middle + ' ' + x2 + ' ' + middle;
    draw(svg, 'path', { class: 'open tie ' + kind, d: at });
  }

  /** What the lines of the small picture mean. */
  function legend() {
    const items = [['both', 'pulls in and waits'], ['pulls', 'pulls in only'], ['waits', 'waits only']];
    const list = make('ul', { class: 'legend' });
    for (const [kind, text] of items) {
      const sample = draw(make('i'), 'svg', { class: 'picture', viewBox: '0 0 26 8', width: 26, height: 8 });
      draw(sample, 'path', { class: 'open tie ' + kind, d: 'M0 4H26' });
      list.append(make('li', {}, sample, text));
    }
    return list;
  }

  /** The neighbours, a list for each kind. */
  function lists(index) {
    const all = make('div', { class: 'kinds' });
    for (const group of page.neighbours(index, usualToo)) {
      const head = make('summary', {}, group.words + ' ', make('span', { class: 'count' }, String(group.units.length)));
      const items = make('ul', { class: 'units' });
      group.units.forEach((unit) => items.append(make('li', {}, unitLink(unit))));
      const part = make('details', {}, head, items);
      part.open = group.units.length <= LONG;
      all.append(part);
    }
    if (!all.firstChild) {
      all.append(make('p', { class: 'quiet' }, 'none but the usual ones'));
    }
    return all;
  }

  /** A chain of units, each step with its kind; `end` tells which way the words are said. */
  function steps(from, way) {
    const list = make('ol', { class: 'chain' }, make('li', {}, unitLink(from)));
    for (const step of way) {
      const kinds = page.names(step.mask).map((name) => page.words(name, 0)).join(', ');
      list.append(make('li', {}, make('span', { class: 'kind' }, kinds), ' ', unitLink(step.unit)));
    }
    return list;
  }

  /** Why the unit is started: the shortest chain from what the boot starts. */
  function why(index) {
    const { anchor: goal, index: places, units } = page.load();
    const from = places.get(goal);
    const part = make('section', {}, make('h4', {}, 'Why is it started'));
    if (from === index) {
      part.append(make('p', {}, 'It is what the boot is to start.'));
      return part;
    }
    const pulled = from === undefined ? null : page.chain(from, index, page.bits('pull'));
    const triggered = pulled || from === undefined ? null : page.chain(from, index, page.bits('pull', 'trigger'));
    if (pulled) {
      if (units[index].when === 'never') {
        part.append(make('p', {}, 'It is pulled in, but the boot does not start it.'));
      }
      part.append(steps(from, pulled));
    } else if (triggered) {
      part.append(make('p', {}, 'Only when something happens:'), steps(from, triggered));
    } else {
      part.append(make('p', {}, 'Nothing that ' + goal + ' pulls in pulls it in.'));
    }
    return part;
  }

  /** The shortest chains of a role between two units, in both directions, or that there is none. */
  function ways(index, other, role, none) {
    const found = [[index, other], [other, index]]
      .map(([from, to]) => [from, page.chain(from, to, page.bits(role))])
      .filter(([, way]) => way);
    return found.length > 0 ? found.map(([from, way]) => steps(from, way)) : [make('p', { class: 'quiet' }, none)];
  }

  /** The question for the chains to a second unit, with its answer. */
  function chains(index) {
    const { index: places, units } = page.load();
    const field = make('input', { id: 'chain-to', type: 'text', list: 'unit-names', autocomplete: 'off', spellcheck: 'false' });
    const answer = make('div', { role: 'status' });
    const update = () => {
      asked = field.value.trim();
      const other = places.get(asked);
      if (other === undefined || other === index) {
        const text = asked === '' || other === index ? '' : 'no unit of that name yet';
        answer.replaceChildren(...(text ? [make('p', { class: 'quiet' }, text)] : []));
        return;
      }
      const pull = ways(index, other, 'pull', 'Neither pulls the other in.');
      const order = ways(index, other, 'order', 'Neither waits for the other.');
      answer.replaceChildren(make('h5', {}, 'pulling in'), ...pull, make('h5', {}, 'waiting'), ...order);
    };
    field.value = asked;
    field.addEventListener('input', update);
    update();
    if (!document.getElementById('unit-names')) {
      const names = make('datalist', { id: 'unit-names' });
      units.forEach((unit) => names.append(make('option', { value: unit.name })));
      document.body.append(names);
    }
    return make('section', {}, make('h4', {}, make('label', { for: 'chain-to' }, 'Chains to')), field, answer);
  }

  /** The part of the panel that the box "usual dependencies too" changes. */
  function ties(index) {
    const part = make('section', {}, make('h4', {}, 'Neighbours'));
    const body = make('div');
    const usual = page.usualCount(index);
    if (usual > 0) {
      const tick = make('input', { type: 'checkbox', id: 'usual-too' });
      tick.checked = usualToo;
      tick.addEventListener('change', () => {
        usualToo = tick.checked;
        fill();
      });
      part.append(make('label', { class: 'usual' }, tick, ' usual dependencies too (' + usual + ')'));
    }
    const fill = () => body.replaceChildren(diagram(index), legend(), lists(index));
    fill();
    part.append(body);
    return part;
  }

  /** Fills the panel. */
  function show(index) {
    const unit = page.load().units[index];
    const close = make('button', { type: 'button', class: 'close', 'aria-label': 'Close' }, '×');
    close.addEventListener('click', leave);
    const title = make('h3', { id: 'focus-name', tabindex: '-1' }, unit.name);
    const parts = [make('div', { class: 'head' }, title, close)];
    if (unit.about) {
      parts.push(make('p', { class: 'about' }, unit.about));
    }
    const below = document.getElementById('unit-' + unit.name);
    parts.push(facts(unit));
    if (below) {
      parts.push(make('p', {}, make('a', { href: anchor('unit-' + unit.name) }, 'Settings and all dependencies')));
    }
    parts.push(ties(index), why(index), chains(index));
    panel.replaceChildren(...parts);
    panel.hidden = false;
    panel.scrollTop = 0;
  }

  /** Empties the panel. */
  function hide() {
    panel.hidden = true;
    panel.replaceChildren();
    page.markBox(page.overview, '');
  }

  /** Goes back to where the unit was chosen. */
  function leave() {
    if (panel.hidden) {
      return;
    }
    const { element, top } = origin || {};
    origin = null;
    location.hash = PREFIX;
    hide();
    if (element && element.isConnected) {
      element.focus({ preventScroll: true });
      scrollTo({ top, behavior: 'instant' });
    } else if (page.overview) {
      page.overview.figure.focus({ preventScroll: true });
    }
  }

  /** Focuses a unit; `from` gets the keyboard back afterwards. */
  page.focusUnit = function (name, from) {
    chosen = true;
    origin = from && !panel.contains(from) ? { element: from, top: scrollY } : origin;
    if (location.hash === address(name)) {
      follow();
    } else {
      location.hash = address(name);
    }
  };

  /** Shows what the address names: a unit in focus, or a part that is folded or filtered away. */
  function follow() {
    const hash = location.hash;
    if (hash === '' || hash.startsWith(PREFIX)) {
      const index = page.load().index.get(decoded(hash.slice(PREFIX.length)));
      if (index === undefined) {
        hide();
        return;
      }
      show(index);
      const unit = page.load().units[index];
      if (chosen) {
        const { top } = panel.getBoundingClientRect();
        if (top < 0 || top > innerHeight / 2) {
          panel.scrollIntoView({ block: 'start' });
        }
        document.getElementById('focus-name').focus({ preventScroll: true });
      }
      chosen = false;
      requestAnimationFrame(() => page.markBox(page.overview, unit.box));
      return;
    }
    const part = document.getElementById(decoded(hash.slice(1)));
    if (part && part.matches('details.unit, .finding')) {
      reveal(part);
    }
  }

  /** Opens a unit's part or shows a finding, even if it was filtered away. */
  function reveal(part) {
    if (part.hidden) {
      (part.matches('.finding') ? page.showAllFindings : page.showAllUnits)();
    }
    if (part.matches('details')) {
      part.open = true;
      part.querySelector('summary').focus({ preventScroll: true });
    }
    part.scrollIntoView({ block: 'start' });
  }

  /** Lets addresses, links and boxes of the overview focus units. */
  page.startFocus = function () {
    document.addEventListener('click', (event) => {
      const plain = !event.defaultPrevented && !event.ctrlKey && !event.metaKey && !event.shiftKey;
      const box = event.target.closest('figure.pan [data-unit]');
      const link = event.target.closest('a[href^="' + PREFIX + '"]');
      if (plain && (box || link)) {
        const name = box ? box.dataset.unit : decoded(link.getAttribute('href').slice(PREFIX.length));
        if (page.load().index.has(name)) {
          event.preventDefault();
          page.focusUnit(name, box && box.focus ? box : null);
        }
      } else if (plain) {
        const same = event.target.closest('a[href^="#"]');
        if (same && same.hash === location.hash) {
          follow();
        }
      }
    });
    document.addEventListener('keydown', (event) => {
      const typing = event.target.closest && event.target.closest('input, select');
      const elsewhere = typing && !panel.contains(typing) && typing.value !== '';
      if (event.key === 'Escape' && !event.defaultPrevented && !elsewhere) {
        leave();
      }
    });
    window.addEventListener('hashchange', follow);
    chosen = location.hash.startsWith(PREFIX);
    if (location.hash) {
      follow();
    }
  };
})(window.unitlint);
