// Comforts for keyboards and pointers; every page works without them.
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, select, textarea");
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    const box = document.querySelector(".find input");
    if (box) {
      event.preventDefault();
      box.select();
      box.focus();
    }
  }
  if (event.key === "Escape") {
    const open = document.querySelector(".day[open]");
    if (open) {
      open.open = false;
      open.querySelector("summary").focus();
    }
  }
  if ((event.key === "ArrowDown" || event.key === "ArrowUp") && event.target.matches("a.opens")) {
    const rows = [...document.querySelectorAll("a.opens")];
    const next = rows[rows.indexOf(event.target) + (event.key === "ArrowDown" ? 1 : -1)];
    if (next) {
      event.preventDefault();
      next.focus();
    }
  }
});

document.addEventListener("click", (event) => {
  const open = document.querySelector(".day[open]");
  if (open && !open.contains(event.target)) {
    open.open = false;
  }
  if (event.target.closest("[data-print]")) {
    window.print();
  }
});

// A filter that was changed by hand is applied at once.
document.addEventListener("change", (event) => {
  if (event.target.matches("form[data-live] select")) {
    event.target.form.requestSubmit();
  }
});
