// Before the first paint, so that a chosen theme never flashes the other one.
(function () {
  var theme = localStorage.getItem("paraph.theme");
  if (theme) document.documentElement.dataset.theme = theme;
})();
