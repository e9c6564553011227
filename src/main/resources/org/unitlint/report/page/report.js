// Starts all parts of the page that only a script can do.
(function (page) {
  'use strict';

  document.documentElement.classList.add('js');
  const figures = [...document.querySelectorAll('figure.pan')].filter((f) => f.querySelector('svg'));
  const pictures = figures.map(page.startZoom);
  page.overview = pictures.find((p) => p.figure.id === 'overview');
  page.startFindings();
  page.startUnits();
  page.startSearch();
  page.startFocus();
  const pictured = [...document.querySelectorAll('#boot :is(figure, .scroll)')];
  pictured.filter((e) => e.querySelector(':scope > svg')).forEach(page.startTimeline);
})(window.unitlint);
