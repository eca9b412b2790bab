// Four whole numbers with the sum 60 as four signs, to be read aloud: so two people lay their webs on each other, and
// nothing is sent. There are 39,711 such fours; 23 signs make 279,841 words of four, and one in seven of them stands
// for a four, so that of seven slips of the tongue six are noticed. Among the signs no two sound or look alike in
// Danish: of B, D, E, G and P none, of M and N one, of H and K one, of F and S one; O is nought and I is one.

const SIGNS = "0123456789AJKLMRSTUVWYZ";
const LONG = 4;
const EVERY = 7;
const WHOLE = 60;
const LOOKS = { O: "0", I: "1" };

// How many ways there are to share `rest` out over two, and over three.
const overTwo = (rest) => rest + 1;
const overThree = (rest) => ((rest + 1) * (rest + 2)) / 2;

function placeOf([a, b, c]) {
  let place = c;
  for (let each = 0; each < a; each += 1) place += overThree(WHOLE - each);
  for (let each = 0; each < b; each += 1) place += overTwo(WHOLE - a - each);
  return place;
}

function atPlace(place) {
  const four = [];
  let left = place;
  let rest = WHOLE;
  for (const ways of [overThree, overTwo]) {
    let number = 0;
    while (number <= rest && left >= ways(rest - number)) {
      left -= ways(rest - number);
      number += 1;
    }
    four.push(number);
    rest -= number;
  }
  return rest >= left ? [...four, left, rest - left] : null;
}

// `four` are whole numbers from nought with the sum 60.
export function written(four) {
  let number = placeOf(four) * EVERY;
  let signs = "";
  for (let nth = 0; nth < LONG; nth += 1) {
    signs = SIGNS[number % SIGNS.length] + signs;
    number = Math.floor(number / SIGNS.length);
  }
  return signs;
}

// The four numbers, or null for what stands for none.
export function read(typed) {
  const signs = Array.from(typed.toUpperCase().replace(/[^0-9A-Z]/g, ""), (sign) => LOOKS[sign] || sign);
  const places = signs.map((sign) => SIGNS.indexOf(sign));
  if (signs.length !== LONG || places.includes(-1)) return null;
  const number = places.reduce((whole, place) => whole * SIGNS.length + place, 0);
  return number % EVERY ? null : atPlace(number / EVERY);
}
