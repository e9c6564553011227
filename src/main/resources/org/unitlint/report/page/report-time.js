// The rows of the timeline: their details beside the pointer, and the keyboard.
(function (page) {
  'use strict';

  const texts = new WeakMap();
  const box = page.make('div', { class: 'tip', role: 'status', hidden: '' });
  let current = null;

  /** Shows the details of a row beside a place of the window. */
  function show(row, x, y) {
    mark(row);
    const [name, ...lines] = texts.get(row).split('\n');
    box.replaceChildren(page.make('strong', {}, name), ...lines.map((l) => page.make('span', {}, l)));
    box.hidden = false;
    const { width, height } = box.getBoundingClientRect();
    const room = document.documentElement.clientWidth;
    const left = x + 14 + width > room ? x - 14 - width : x + 14;
    const top = y + 14 + height > innerHeight ? y - 10 - height : y + 14;
    box.style.left = Math.max(4, Math.min(left, room - width - 4)) + 'px';
    box.style.top = Math.max(4, top) + 'px';
  }

  function mark(row) {
    if (current) {
      current.classList.remove('current');
    }
    current = row;
    if (row) {
      row.classList.add('current');
    }
  }

  function hide() {
    box.hidden = true;
    mark(null);
  }

  /** Walks to a row with the keyboard. */
  function walk(figure, rows, by) {
    const at = current ? rows.indexOf(current) + by : by > 0 ? 0 : rows.length - 1;
    const row = rows[Math.max(0, Math.min(at, rows.length - 1))];
    row.scrollIntoView({ block: 'nearest' });
    const place = row.getBoundingClientRect();
    const frame = figure.getBoundingClientRect();
    show(row, Math.max(frame.left, Math.min(place.left + 240, frame.right - 240)), place.bottom - 8);
  }

  /** Takes the browser's own tooltips away and answers pointer and keys instead. */
  page.startTimeline = function (figure) {
    const rows = [...figure.querySelectorAll('g[data-unit]')];
    if (rows.length === 0) {
      return;
    }
    for (const row of rows) {
      const title = row.querySelector('title');
      texts.set(row, title ? title.textContent : row.dataset.unit);
      if (title) {
        title.remove();
      }
    }
    document.body.append(box);
    figure.classList.add('lively');
    figure.addEventListener('pointermove', (event) => {
      const row = event.target.closest('g[data-unit]');
      if (row && event.pointerType !== 'touch') {
        show(row, event.clientX, event.clientY);
      } else {
        hide();
      }
    });
    figure.addEventListener('pointerleave', hide);
    figure.addEventListener('blur', hide);
    window.addEventListener('wheel', hide, { passive: true });
    figure.addEventListener('click', (event) => {
      const row = event.target.closest('g[data-unit]');
      if (row) {
        hide();
        page.focusUnit(row.dataset.unit, figure);
      }
    });
    figure.addEventListener('keydown', (event) => {
      const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (by) {
        walk(figure, rows, by);
      } else if (event.key === 'Enter' && current) {
        const name = current.dataset.unit;
        hide();
        page.focusUnit(name, figure);
      } else if (event.key === 'Escape' && !box.hidden) {
        hide();
      } else {
        return;
      }
      event.preventDefault();
    });
  };
})(window.unitlint);
