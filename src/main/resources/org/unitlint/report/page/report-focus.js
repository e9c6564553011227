// The unit in focus: its panel, its neighbours, the chains to others, and the address that remembers it.
(function (page) {
  'use strict';

  const LONG = 12;
  const { make, PREFIX, address } = page;
  const panel = document.getElementById('focus');
  let usualToo = false;
  let asked = '';
  let origin = null;
  let chosen = false;

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
      const took = unit.ready > unit.start ? ', after ' + page.time(unit.ready - unit.start) : '';
      add('started', when + ', at ' + page.time(unit.start));
      add('ready', 'at ' + page.time(unit.ready) + took);
    }
    const first = document.querySelector('.group[data-unit=' + CSS.escape(unit.name) + '] .finding');
    if (unit.findings > 0) {
      const text = unit.findings + (unit.findings === 1 ? ' finding' : ' findings');
      add('checked', first ? make('a', { href: '#' + first.id }, text) : text);
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
        update();
      });
      part.append(make('label', { class: 'usual' }, tick, ' usual dependencies too (' + usual + ')'));
    }
    const update = () => body.replaceChildren(page.diagram(index, usualToo), page.legend(), lists(index));
    update();
    part.append(body);
    return part;
  }

  /** The name that the panel is about, and the button that closes it. */
  function head(name) {
    const close = make('button', { type: 'button', class: 'close', 'aria-label': 'Close' }, '×');
    close.addEventListener('click', leave);
    return make('div', { class: 'head' }, make('h3', { id: 'focus-name', tabindex: '-1' }, name), close);
  }

  /** Fills the panel. */
  function fill(...parts) {
    panel.replaceChildren(...parts);
    panel.hidden = false;
    panel.scrollTop = 0;
  }

  /** Tells of a box of the overview which units are in it. */
  function showBox(indices) {
    const { units } = page.load();
    const types = new Set(indices.map((i) => units[i].name.slice(units[i].name.lastIndexOf('.') + 1)));
    const name = indices.length + ' ' + (types.size === 1 ? [...types][0] : 'unit') + (indices.length === 1 ? '' : 's');
    const about = make('p', { class: 'about' }, 'tied alike, so that the picture shows them as one box');
    const items = make('ul', { class: 'units' });
    indices.forEach((i) => items.append(make('li', {}, unitLink(i))));
    fill(head(name), about, items);
  }

  /** Tells of a unit what it is tied to, and why it is started. */
  function showUnit(index) {
    const unit = page.load().units[index];
    const parts = [head(unit.name)];
    if (unit.about) {
      parts.push(make('p', { class: 'about' }, unit.about));
    }
    const below = document.getElementById('unit-' + unit.name);
    parts.push(facts(unit));
    if (below) {
      parts.push(make('p', {}, make('a', { href: anchor('unit-' + unit.name) }, 'Settings and all dependencies')));
    }
    parts.push(ties(index), why(index), chains(index));
    fill(...parts);
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

  /** Shows a unit, or a box of the overview; for any other name nothing. */
  function followFocus(name) {
    const index = page.load().index.get(name);
    const boxed = index === undefined ? page.boxed(name) : [];
    if (index === undefined && boxed.length === 0) {
      hide();
      return;
    }
    if (index === undefined) {
      showBox(boxed);
    } else {
      showUnit(index);
    }
    if (chosen) {
      const { top } = panel.getBoundingClientRect();
      if (top < 0 || top > innerHeight / 2) {
        panel.scrollIntoView({ block: 'start' });
      }
      document.getElementById('focus-name').focus({ preventScroll: true });
    }
    chosen = false;
    const box = index === undefined ? name : page.load().units[index].box;
    requestAnimationFrame(() => page.markBox(page.overview, box));
  }

  /** Shows what the address names: a unit in focus, or a part that is folded or filtered away. */
  function follow() {
    const hash = location.hash;
    if (hash === '' || hash.startsWith(PREFIX)) {
      followFocus(decoded(hash.slice(PREFIX.length)));
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
        if (page.load().index.has(name) || page.boxed(name).length > 0) {
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
