// The small picture of a unit between those that it waits for and those that wait for it.
(function (page) {
  'use strict';

  const SVG = 'http://www.w3.org/2000/svg';
  const PREFIX = '#focus=';
  const SIDE = 8;
  const { make } = page;

  /** The address of a unit in focus. */
  function address(name) {
    return PREFIX + encodeURIComponent(name);
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
  function diagram(index, usualToo) {
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

  Object.assign(page, { PREFIX, address, diagram, legend });
})(window.unitlint);
