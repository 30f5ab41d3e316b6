// The threshold page: the numbers follow the slider. They are read from the page's own table, so nothing is reckoned twice.
const slider = document.querySelector("#threshold").elements.namedItem("at");
const rows = document.querySelectorAll("#points tbody tr");
const line = document.querySelector("#now");
const changed = document.querySelector("#changed");
const [left, width, top, bottom] = [30, 260, 10, 150];

slider.addEventListener("input", () => {
  const row = rows[Math.round(slider.valueAsNumber * (rows.length - 1))];
  document.querySelector("#shown").value = slider.valueAsNumber.toFixed(2);
  for (const cell of row.querySelectorAll("[data-name]")) {
    document.getElementById(cell.dataset.name).textContent = cell.textContent;
  }
  line.setAttribute("d", `M${left + width * slider.valueAsNumber} ${top}V${bottom}`);
  // What is listed belongs to the threshold that was shown last; "Show" lists anew.
  changed.hidden = true;
});
