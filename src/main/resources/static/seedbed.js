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

// What could not be taken is copied as a whole.
document.addEventListener("focusin", (event) => {
  if (event.target.matches(".kept textarea")) {
    event.target.select();
  }
});

// All boxes of a page at once, where there is a script to do it.
for (const all of document.querySelectorAll("[data-tick]")) {
  all.hidden = false;
  all.addEventListener("change", (event) => {
    for (const box of document.querySelectorAll(`input[type=checkbox][name="${all.dataset.tick}"]`)) {
      box.checked = event.target.checked;
    }
  });
}

// What is too large is said before it is sent: the server would refuse it, and the form be gone.
document.addEventListener("change", (event) => {
  if (!event.target.matches("input[type=file]")) {
    return;
  }
  const within = event.target.closest("[data-upload-megabytes]");
  if (!within) {
    return;
  }
  const limit = Number(within.dataset.uploadMegabytes);
  const inputs = [...event.target.form.querySelectorAll("input[type=file]")];
  const bytes = inputs.flatMap((input) => [...input.files]).reduce((sum, file) => sum + file.size, 0);
  const tooLarge = bytes > limit * 1024 * 1024;
  for (const input of inputs) {
    input.setCustomValidity("");
  }
  if (tooLarge) {
    const chosen = Math.ceil(bytes / 1024 / 1024);
    event.target.setCustomValidity(
      `所选文件合计约 ${chosen} MB，超过 ${limit} MB 的上限，请压缩后重选，或者分几次提交。`);
    event.target.reportValidity();
  }
});
