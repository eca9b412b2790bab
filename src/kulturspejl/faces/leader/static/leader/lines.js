// Four numbers with a fixed sum: plus and minus, never above the total, and what is left told to eye and ear.
for (const form of document.querySelectorAll("form[data-sum]")) {
  const total = Number(form.dataset.sum);
  const inputs = [...form.querySelectorAll("input[type=number]")];
  const output = form.querySelector("output");
  const value = (input) => Math.max(0, Math.floor(Number(input.value) || 0));
  const left = () => total - inputs.reduce((sum, input) => sum + value(input), 0);

  const tell = () => {
    const rest = left();
    const words = rest === 1 ? form.dataset.leftOne : rest < 0 ? form.dataset.over : form.dataset.leftMany;
    output.textContent = words.replace("{n}", Math.abs(rest));
    for (const button of form.querySelectorAll(".step")) {
      const input = document.getElementById(button.dataset.of);
      button.disabled = button.dataset.by > 0 ? rest <= 0 : value(input) === 0;
    }
  };

  const step = (input, by, name) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "step";
    button.textContent = by > 0 ? "+" : "−";
    button.dataset.by = by;
    button.dataset.of = input.id;
    button.setAttribute("aria-label", `${by > 0 ? form.dataset.more : form.dataset.less} ${name}`);
    button.addEventListener("click", () => {
      input.value = Math.max(0, value(input) + by);
      tell();
    });
    return button;
  };

  for (const input of inputs) {
    const name = form.querySelector(`label[for="${input.id}"] strong`).textContent;
    const place = document.createElement("span");
    place.className = "stepper";
    input.before(place);
    place.append(step(input, -1, name), input, step(input, 1, name));
    input.addEventListener("input", () => {
      // Typing more than is left gives what is left; the rest is not silently taken from the others.
      if (left() < 0) input.value = value(input) + left();
      tell();
    });
  }
  tell();
}
