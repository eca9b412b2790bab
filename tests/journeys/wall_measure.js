// What is wrong with a wall: words outside the screen or cut off by what holds them, letters that are too small, words on
// other words or under what is drawn, a figure that does not fill its part of the height, and a page that goes on below.
([width, height, leastLetters, leastFigure]) => {
  const wrong = []
  const unit = Math.min(width / 1280, height / 720)
  const isHidden = (node) => node.closest(".visually-hidden, [hidden], title, desc, .head") !== null
  const isCovered = (box, shape) => {
    const into = shape.getScreenCTM().inverse()
    const parts = [0.02, 0.2, 0.4, 0.6, 0.8, 0.98]
    return parts.some((across) => [0.25, 0.5, 0.75].some((down) => shape.isPointInFill(
      new DOMPoint(box.left + across * box.width, box.top + down * box.height).matrixTransform(into))))
  }
  // Words that stand on a bar on purpose: drawn after it, in the colour of the ground.
  const ground = getComputedStyle(document.body).backgroundColor
  const isOnIt = (words, shape) => getComputedStyle(words).fill === ground
    && (shape.compareDocumentPosition(words) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  const whole = document.getElementById("whole")
  const walker = document.createTreeWalker(whole, NodeFilter.SHOW_TEXT)
  const placed = []
  while (walker.nextNode()) {
    const text = walker.currentNode
    const parent = text.parentElement
    if (!text.textContent.trim() || isHidden(parent)) continue
    const range = document.createRange()
    range.selectNodeContents(text)
    const words = text.textContent.trim().slice(0, 40)
    const svg = parent.closest("svg")
    const scale = svg ? Math.hypot(parent.getScreenCTM().a, parent.getScreenCTM().b) : 1
    const letters = parseFloat(getComputedStyle(parent).fontSize) * scale
    if (letters < leastLetters * unit - 0.1) wrong.push(`letters of ${(letters / unit).toFixed(1)}: ${words}`)
    const boxes = svg ? [parent.getBoundingClientRect()] : [...range.getClientRects()]
    for (const box of boxes) {
      if (box.width < 0.5) continue
      if (box.left < -1 || box.top < -1 || box.right > width + 1 || box.bottom > height + 1) {
        wrong.push(`outside the screen: ${words}`)
        break
      }
      for (let one = parent; one && one !== document.body; one = one.parentElement) {
        const style = getComputedStyle(one)
        if (style.overflow === "visible" && one.tagName !== "svg") continue
        const frame = one.getBoundingClientRect()
        if (box.left < frame.left - 2 || box.top < frame.top - 3 || box.right > frame.right + 2 || box.bottom > frame.bottom + 3) {
          wrong.push(`cut off by ${one.tagName}.${one.getAttribute("class")}: ${words}`)
          break
        }
      }
      placed.push({ box, words, parent })
    }
  }
  for (let first = 0; first < placed.length; first++) {
    for (let second = first + 1; second < placed.length; second++) {
      const [a, b] = [placed[first], placed[second]]
      const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left)
      const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top)
      if (across > 3 && down > 0.35 * Math.min(a.box.height, b.box.height)) {
        wrong.push(`on each other: ${a.words} | ${b.words}`)
      }
    }
  }
  const shapes = [...whole.querySelectorAll(".drawn :is(path, rect, circle):is([data-share], [data-count])")]
  for (const { box, words, parent } of placed) {
    const svg = parent.closest("svg")
    for (const shape of shapes) {
      if (!svg || shape.ownerSVGElement !== svg || isOnIt(parent, shape) || !isCovered(box, shape)) continue
      wrong.push(`under a shape: ${words}`)
    }
  }
  // Also what only a screen reader has: nothing of it may make the page longer than the screen.
  if (document.documentElement.scrollHeight > height + 1) wrong.push("the page goes on below the screen")
  const fitted = document.querySelector(".stage")
  if (fitted && parseFloat(fitted.style.getPropertyValue("--fit") || "1") < 0.999) wrong.push("made smaller to fit")
  const figure = whole.querySelector(".drawn svg")
  if (figure && !figure.closest(".agreeing")) {
    const box = figure.getBoundingClientRect()
    const [, , wide, tall] = figure.getAttribute("viewBox").split(" ").map(Number)
    const drawn = tall * Math.min(box.width / wide, box.height / tall)
    if (drawn < leastFigure * height - 1) wrong.push(`a figure of ${Math.round((100 * drawn) / height)} % of the height`)
  }
  return [...new Set(wrong)].slice(0, 12)
}
