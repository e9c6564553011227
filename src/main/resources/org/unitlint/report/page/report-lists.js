// Lists that can be searched: findings, units, and the field that finds a unit.
(function (page) {
  'use strict';

  const MOST = 12;
  const texts = new WeakMap();

  /** An element with attributes and children; texts are never markup. */
  page.make = function (tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      element.setAttribute(name, value);
    }
    element.append(...children);
    return element;
  };

  /** The words of a field, in small letters. */
  function wordsOf(field) {
    return field.value.toLowerCase().split(/\s+/).filter(Boolean);
  }

  /** The text by which an element is found, made when first needed. */
  function textOf(element, make) {
    if (!texts.has(element)) {
      texts.set(element, make(element).toLowerCase());
    }
    return texts.get(element);
  }

  function findingText(finding) {
    const data = finding.dataset;
    const group = finding.closest('.group');
    const unit = group ? group.dataset.unit || '' : '';
    return [finding.textContent, data.rule, data.name, data.file, unit].join(' ');
  }

  /** Shows the findings that the form asks for, and the groups that have some. */
  function filterFindings(form, findings) {
    const severities = [...form.elements].filter((e) => e.name === 'severity' && e.checked);
    const asked = severities.map((e) => e.value);
    const rule = form.elements.rule.value;
    const words = wordsOf(form.elements.words);
    let shown = 0;
    for (const finding of findings) {
      const fits =
        asked.includes(finding.dataset.severity) &&
        (rule === '' || rule === finding.dataset.rule) &&
        words.every((w) => textOf(finding, findingText).includes(w));
      finding.hidden = !fits;
      shown += fits ? 1 : 0;
    }
    for (const group of document.querySelectorAll('#findings .group')) {
      group.hidden = !group.querySelector('.finding:not([hidden])');
    }
    const all = shown === findings.length;
    const count = all ? String(shown) : shown + ' of ' + findings.length;
    document.getElementById('found').textContent =
      count + (findings.length === 1 ? ' finding' : ' findings');
  }

  /** The form above the findings. */
  page.startFindings = function () {
    const form = document.getElementById('filter');
    if (!form) {
      return;
    }
    const findings = [...document.querySelectorAll('.finding')];
    const update = () => filterFindings(form, findings);
    form.addEventListener('input', update);
    form.addEventListener('change', update);
    form.addEventListener('submit', (event) => event.preventDefault());
    page.showAllFindings = () => {
      form.querySelectorAll('input[name=severity]').forEach((box) => (box.checked = true));
      form.elements.rule.value = '';
      form.elements.words.value = '';
      update();
    };
    update();
  };

  /** A field that shows those of a list that have all its words; returns what shows all again. */
  function startWords(list, selector, textFrom, noun) {
    const field = document.getElementById(list + '-words');
    if (!field) {
      return () => {};
    }
    const items = [...document.querySelectorAll(selector)];
    const update = () => {
      const words = wordsOf(field);
      for (const item of items) {
        const text = textOf(item, textFrom);
        item.hidden = !words.every((w) => text.includes(w));
      }
      const shown = items.filter((i) => !i.hidden).length;
      const count = shown === items.length ? String(shown) : shown + ' of ' + items.length;
      document.getElementById(list + 's-found').textContent =
        count + ' ' + noun + (items.length === 1 ? '' : 's');
    };
    field.addEventListener('input', update);
    update();
    return () => {
      field.value = '';
      update();
    };
  }

  /** The fields above the services and above the units. */
  page.startUnits = function () {
    startWords('service', '#exposure tbody tr', (row) => row.textContent, 'service');
    const name = (unit) => unit.querySelector('summary').textContent;
    page.showAllUnits = startWords('unit', '#units details.unit', name, 'unit');
  };

  /** The units that fit a text: those whose name begins with it first, then by name, then by what they are. */
  function matches(text) {
    const ranked = [];
    page.load().units.forEach((unit, index) => {
      const name = unit.name.toLowerCase();
      const rank = name.startsWith(text) ? 0 : name.includes(text) ? 1 : 2;
      if (rank < 2 || unit.about.toLowerCase().includes(text)) {
        ranked.push({ unit, rank: rank * 2 + (unit.when === 'never' ? 1 : 0), index });
      }
    });
    ranked.sort((a, b) => a.rank - b.rank || a.index - b.index);
    return ranked.slice(0, MOST).map((r) => r.unit);
  }

  /** The field that finds a unit: a combobox with a list box, as ARIA 1.2 describes it. */
  page.startSearch = function () {
    const field = document.getElementById('search');
    const list = document.getElementById('search-list');
    let found = [];
    let active = -1;

    function close() {
      list.hidden = true;
      active = -1;
      field.setAttribute('aria-expanded', 'false');
      field.removeAttribute('aria-activedescendant');
    }

    function mark(index) {
      active = index;
      [...list.children].forEach((item, i) => {
        item.setAttribute('aria-selected', String(i === index));
        if (i === index) {
          field.setAttribute('aria-activedescendant', item.id);
          item.scrollIntoView({ block: 'nearest' });
        }
      });
    }

    function item(unit, i) {
      const row = page.make('li', { id: 'match-' + i, role: 'option', 'aria-selected': 'false' });
      row.append(page.make('code', {}, unit.name), ' ');
      if (unit.state !== 'loaded') {
        row.append(page.make('span', { class: 'state ' + unit.state }, unit.state), ' ');
      }
      row.append(page.make('span', { class: 'about' }, unit.about));
      return row;
    }

    function update() {
      const text = field.value.trim().toLowerCase();
      found = text ? matches(text) : [];
      list.replaceChildren(...found.map(item));
      if (text && found.length === 0) {
        const none = { role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false' };
        list.append(page.make('li', none, 'no such unit'));
      }
      active = -1;
      field.removeAttribute('aria-activedescendant');
      list.hidden = !text;
      field.setAttribute('aria-expanded', String(!list.hidden));
    }

    function choose(index) {
      if (found[index]) {
        field.value = '';
        close();
        page.focusUnit(found[index].name, field);
      }
    }

    function step(by) {
      if (list.hidden) {
        update();
      }
      if (found.length > 0) {
        mark(active < 0 && by < 0 ? found.length - 1 : (active + by + found.length) % found.length);
      }
    }

    field.addEventListener('input', update);
    field.addEventListener('blur', close);
    field.addEventListener('keydown', (event) => {
      const moves = { ArrowDown: 1, ArrowUp: -1 };
      if (moves[event.key]) {
        step(moves[event.key]);
      } else if (event.key === 'Enter') {
        choose(Math.max(active, 0));
      } else if (event.key === 'Escape' && (!list.hidden || field.value)) {
        event.stopPropagation();
        field.value = list.hidden ? '' : field.value;
        close();
      } else {
        return;
      }
      event.preventDefault();
    });
    list.addEventListener('mousedown', (event) => event.preventDefault());
    list.addEventListener('click', (event) => {
      choose([...list.children].indexOf(event.target.closest('li')));
    });
    document.addEventListener('keydown', (event) => {
      const typing = event.target.closest && event.target.closest('input, select, textarea');
      if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        field.focus();
      }
    });
  };
})(window.unitlint);
