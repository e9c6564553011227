// Pictures that can be panned and zoomed, by d3-zoom.
(function (page) {
  'use strict';

  const SVG = 'http://www.w3.org/2000/svg';
  const STEP = 1.4;
  const READABLE = 0.8;

  /** How long a movement takes, in milliseconds. */
  function pace() {
    return matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 250;
  }

  /** Puts all that is drawn into one group, which is moved. */
  function wrap(svg) {
    const view = document.createElementNS(SVG, 'g');
    view.setAttribute('class', 'view');
    const apart = ['title', 'desc', 'style', 'defs'];
    view.append(...[...svg.childNodes].filter((n) => !apart.includes(n.nodeName)));
    svg.append(view);
    return view;
  }

  /** The buttons, made where the page has none, and the hint beside them. */
  function tools(figure) {
    let bar = figure.querySelector('.tools');
    if (!bar) {
      bar = page.make('div', { class: 'tools scripted' });
      for (const [way, text, label] of [['in', '+', 'Zoom in'], ['out', '\u2212', 'Zoom out'], ['fit', 'Fit', 'Fit']]) {
        bar.append(page.make('button', { type: 'button', 'data-zoom': way, 'aria-label': label }, text));
      }
      figure.prepend(bar);
    }
    const key = /Mac|iPhone|iPad/.test(navigator.platform) ? '\u2318' : 'Ctrl';
    const fingers = matchMedia('(pointer: coarse)').matches;
    const hint = fingers ? 'pinch to zoom, then drag' : 'drag to move, ' + key + ' + wheel to zoom';
    bar.append(page.make('span', { class: 'hint' }, hint));
    return bar;
  }

  /** Whether d3-zoom takes an event: the wheel only with Ctrl, one finger only in a magnified picture. */
  function takes(event, svg) {
    if (event.type === 'wheel') {
      return event.ctrlKey || event.metaKey;
    }
    if (event.type === 'touchstart' && event.touches.length < 2) {
      return d3.zoomTransform(svg).k > 1;
    }
    return !event.button && !(event.ctrlKey && event.type === 'mousedown');
  }

  /** How far the wheel zooms; a pinch on a touchpad comes as a wheel that turns in small steps. */
  function turn(event) {
    const way = -event.deltaY * (event.deltaMode === 1 ? 0.3 : 0.015);
    return Math.max(-0.4, Math.min(0.4, way));
  }

  /** Moves by a part of what is seen. */
  function pan(picture, x, y) {
    const box = picture.svg.viewBox.baseVal;
    const k = d3.zoomTransform(picture.svg).k;
    picture.moving().call(picture.zoom.translateBy, (x * box.width) / k / 8, (y * box.height) / k / 8);
  }

  /** What the keys do while the figure has the keyboard. */
  function press(picture, event) {
    const deeds = {
      '+': () => picture.moving().call(picture.zoom.scaleBy, STEP),
      '-': () => picture.moving().call(picture.zoom.scaleBy, 1 / STEP),
      0: () => picture.moving().call(picture.zoom.transform, d3.zoomIdentity),
      ArrowLeft: () => pan(picture, 1, 0),
      ArrowRight: () => pan(picture, -1, 0),
      ArrowUp: () => pan(picture, 0, 1),
      ArrowDown: () => pan(picture, 0, -1),
    };
    const key = event.key === '=' ? '+' : event.key;
    if (!deeds[key] || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    picture.near = false;
    deeds[key]();
    event.preventDefault();
  }

  function click(picture, event) {
    const button = event.target.closest('[data-zoom]');
    if (button) {
      picture.near = false;
      const scale = { in: STEP, out: 1 / STEP }[button.dataset.zoom];
      if (scale) {
        picture.moving().call(picture.zoom.scaleBy, scale);
      } else {
        picture.moving().call(picture.zoom.transform, d3.zoomIdentity);
      }
    }
  }

  /** Makes the picture of a figure movable and answers what others need to move it. */
  page.startZoom = function (figure) {
    const svg = figure.querySelector('svg');
    const view = wrap(svg);
    const box = svg.viewBox.baseVal;
    const margin = 0.5;
    const zoom = d3
      .zoom()
      .filter((event) => takes(event, svg))
      .wheelDelta(turn)
      .scaleExtent([1, 8])
      .translateExtent([
        [box.x - box.width * margin, box.y - box.height * margin],
        [box.x + box.width * (1 + margin), box.y + box.height * (1 + margin)],
      ])
      .on('zoom', ({ transform, sourceEvent }) => {
        picture.near = picture.near && !sourceEvent;
        view.setAttribute('transform', transform);
        figure.classList.toggle('zoomed', transform.k > 1);
      });
    const selection = d3.select(svg).call(zoom);
    const moving = () => selection.transition().duration(pace());
    const picture = { figure, svg, view, zoom, moving, near: false };
    figure.tabIndex = 0;
    svg.style.maxHeight = 'min(70vh, ' + box.height + 'px)';
    tools(figure).addEventListener('click', (event) => click(picture, event));
    figure.addEventListener('keydown', (event) => press(picture, event));
    return picture;
  };

  /** The middle of what is seen, so near to `at` as nothing beyond the picture needs to be shown. */
  function middle(start, length, seen, at) {
    return seen >= length ? start + length / 2 : Math.max(start + seen / 2, Math.min(at, start + length - seen / 2));
  }

  /** Magnifies a picture around a box until its texts can be read. */
  function approach(picture, box) {
    const { svg } = picture;
    const all = svg.viewBox.baseVal;
    const fit = svg.getScreenCTM().a;
    const k = READABLE / fit;
    if (d3.zoomTransform(svg).k >= k && !picture.near) {
      return false;
    }
    const x = middle(all.x, all.width, svg.clientWidth / READABLE, box.x + box.width / 2);
    const y = middle(all.y, all.height, svg.clientHeight / READABLE, box.y + box.height / 2);
    const centred = d3.zoomIdentity.translate(all.x + all.width / 2, all.y + all.height / 2);
    picture.near = true;
    picture.moving().call(picture.zoom.transform, centred.scale(k).translate(-x, -y));
    return true;
  }

  /** Moves a picture so that an element of it is seen. */
  function bringIntoView(picture, element) {
    const at = element.getBoundingClientRect();
    const seen = picture.svg.getBoundingClientRect();
    const inside =
      at.left >= seen.left && at.right <= seen.right && at.top >= seen.top && at.bottom <= seen.bottom;
    if (!inside) {
      const box = element.getBBox();
      picture.moving().call(picture.zoom.translateTo, box.x + box.width / 2, box.y + box.height / 2);
    }
  }

  /** Marks the box of a unit and what is tied to it, and dims the rest; without a box all is as before. */
  page.markBox = function (picture, name) {
    if (!picture) {
      return;
    }
    const { svg, view } = picture;
    view.querySelectorAll('.mark').forEach((e) => e.remove());
    view.querySelectorAll('.tied').forEach((e) => e.classList.remove('tied'));
    const here = [...view.querySelectorAll('[data-unit]')].find((e) => e.dataset.unit === name);
    svg.classList.toggle('marked', Boolean(here));
    if (!here) {
      if (picture.near) {
        picture.near = false;
        picture.moving().call(picture.zoom.transform, d3.zoomIdentity);
      }
      return;
    }
    const tied = new Set([name]);
    for (const line of view.querySelectorAll('[data-from]')) {
      const { from, to } = line.dataset;
      if (from === name || to === name) {
        line.classList.add('tied');
        tied.add(from).add(to);
      }
    }
    for (const part of view.querySelectorAll('[data-unit], [data-badge]')) {
      part.classList.toggle('tied', tied.has(part.dataset.unit || part.dataset.badge));
    }
    const box = here.getBBox();
    view.append(frame(box));
    if (!approach(picture, box)) {
      bringIntoView(picture, here);
    }
  };

  /** A frame around a box. */
  function frame(box) {
    const rect = document.createElementNS(SVG, 'rect');
    const at = { class: 'mark', x: box.x - 5, y: box.y - 5, width: box.width + 10, height: box.height + 10, rx: 5 };
    Object.entries(at).forEach(([key, value]) => rect.setAttribute(key, value));
    return rect;
  }
})(window.unitlint);
