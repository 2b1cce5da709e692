// The timeline's page: what the sources say about one matter, by date; a plot, and the same as a table.
//
// Nothing comes from outside: the page draws what it is sent, and asks for a paragraph to be opened by its number.
import type { Point, Timeline } from '../protocol';
import { parseDate } from './dates';
import type { Said, Show, Texts } from './messages';
import { dateTicks, number, scaleOf, valueOf, type Value } from './scale';

declare function acquireVsCodeApi(): { postMessage(message: Said): void };
const code = acquireVsCodeApi();

const SVG = 'http://www.w3.org/2000/svg';
const DRAFT = -1;
/** Half the size of a mark. */
const R = 6;

/** Speakers differ by shape and by colour; after these it begins again, hollow. */
const SHAPES: ((x: number, y: number) => string)[] = [
  (x, y) => `M${x - R} ${y}a${R} ${R} 0 1 0 ${2 * R} 0a${R} ${R} 0 1 0 ${-2 * R} 0z`,
  (x, y) => `M${x - 5.5} ${y - 5.5}h11v11h-11z`,
  (x, y) => `M${x} ${y - 7}l7 12.500h-14z`,
  (x, y) => `M${x} ${y - 8}l7 8l-7 8l-7 -8z`,
  (x, y) => `M${x} ${y + 7}l7 -12.500h-14z`,
  (x, y) => `M${x - 2.5} ${y - 7}h5v4.500h4.500v5h-4.500v4.500h-5v-4.500h-4.500v-5h4.500z`,
];

let shown: Show | undefined;

function make(name: string, attributes: Record<string, string | number> = {}, ...children: (Element | string)[]): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.append(...children);
  return element;
}

function html<K extends keyof HTMLElementTagNameMap>(name: K, attributes: Record<string, string> = {}, ...children: (Node | string)[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

interface Drawn {
  index: number;
  point: Point;
  value: Value;
  /** Milliseconds; nothing for a source without a date. */
  when: number | undefined;
  speaker: string;
}

function relation(point: Point, texts: Texts): string {
  return point.relation === null ? '' : texts[point.relation];
}

/** A point in one sentence, for those who hear it and for those who point at it. */
function describe(point: Point, said: string, texts: Texts): string {
  const what = point.shown ?? point.text;
  if (point.article === null) return `${texts.draft}: ${what}`;
  const parts = [said, `${point.speaker ?? texts.itself}: ${what}`, point.first ? texts.first : relation(point, texts), `${point.title ?? point.article} ¶ ${point.paragraph}`];
  return parts.filter(Boolean).join(' · ');
}

function openOn(element: SVGElement | HTMLElement, index: number): void {
  element.addEventListener('click', () => code.postMessage({ is: 'open', index }));
}

function plot(timeline: Timeline, { texts, locale, dates }: Show, width: number, height: number): SVGElement {
  const isDate = timeline.points.some(({ lo, hi }) => typeof (lo ?? hi) === 'string');
  const order = new Map<string, number>();
  const points = timeline.points.flatMap((point, index): Drawn[] => {
    const value = valueOf(point);
    if (value === undefined) return [];
    const speaker = point.speaker ?? texts.itself;
    if (!order.has(speaker)) order.set(speaker, order.size);
    const date = point.date === null ? undefined : parseDate(point.date);
    return [{ index, point, value, when: date && (date.from.getTime() + date.to.getTime()) / 2, speaker }];
  });
  const draft = timeline.draft === null ? undefined : valueOf(timeline.draft);

  const values = [...points.map(({ value }) => value), ...(draft === undefined ? [] : [draft])].flatMap(({ low, high }) => [low, high]);
  const numbers = new Intl.NumberFormat(locale, { notation: 'compact', maximumSignificantDigits: 4 });
  const days = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' });
  const months = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'short', timeZone: 'UTC' });
  const [top, bottom] = [26, height - 34];
  const y = scaleOf(values, bottom, top, isDate);
  const label = (value: number) => (isDate ? days.format(value) : numbers.format(value));
  const left = 18 + Math.max(...y.ticks.map((tick) => label(tick).length), 4) * 7;

  const whens = points.flatMap(({ when }) => when ?? []);
  const undated = points.some(({ when }) => when === undefined);
  const right = width - (undated ? 110 : 30);
  const x = scaleOf(whens.length > 0 ? whens : [Date.now()], left + 20, right - 20, true);
  const lane = width - 55;

  const svg = make('svg', { width, height, viewBox: `0 0 ${width} ${height}`, role: 'group', 'aria-label': `${texts.plot}: ${timeline.matter}`, 'aria-description': texts.hint });
  for (const tick of y.ticks) {
    const at = y.at(tick);
    svg.append(make('line', { class: 'grid', x1: left, x2: width - 10, y1: at, y2: at }), make('text', { class: 'tick', x: left - 8, y: at + 4, 'text-anchor': 'end' }, label(tick)));
  }
  const unit = [timeline.unit, y.logarithmic ? texts.logarithmic : ''].filter(Boolean).join(', ');
  if (unit !== '') svg.append(make('text', { class: 'tick', x: 8, y: 14 }, unit));
  svg.append(make('line', { class: 'axis', x1: left, x2: right, y1: bottom, y2: bottom }));
  const ends = x.ticks.length > 0 ? x.ticks : dateTicks(0, 0);
  const step = ends.length > 1 ? ends[1]! - ends[0]! : 0;
  for (const tick of ends) {
    const at = x.at(tick);
    if (at < left || at > right) continue;
    svg.append(make('line', { class: 'axis', x1: at, x2: at, y1: bottom, y2: bottom + 5 }));
    const said = step >= 28 * 86_400_000 ? months.format(tick) : days.format(tick);
    svg.append(make('text', { class: 'tick', x: at, y: bottom + 20, 'text-anchor': 'middle' }, said));
  }
  if (undated) svg.append(make('text', { class: 'tick', x: lane, y: bottom + 20, 'text-anchor': 'middle' }, texts.undated));

  const boxes: Box[] = [];
  let own: SVGElement | undefined;
  if (draft !== undefined && timeline.draft !== null) {
    const at = y.at(draft.mid);
    const group = make('g', { class: 'draft', tabindex: 0, role: 'button', 'aria-label': describe(timeline.draft, '', texts) });
    if (draft.high > draft.low) group.append(make('rect', { class: 'band', x: left, width: width - 10 - left, y: y.at(draft.high), height: y.at(draft.low) - y.at(draft.high) }));
    group.append(
      make('title', {}, describe(timeline.draft, '', texts)),
      make('line', { class: 'hit', x1: left, x2: width - 10, y1: at, y2: at }),
      make('line', { class: 'rule', x1: left, x2: width - 10, y1: at, y2: at }),
    );
    if (draft.open !== undefined) group.append(make('path', { class: 'arrow', d: arrow(left + 14, at, draft.open) }));
    openOn(group, DRAFT);
    svg.append(group);
    own = group;
    // No label is to be struck through.
    boxes.push({ x: left, y: at - 1, width: width - left, height: 2 });
  }

  // Marks at one place stand side by side.
  const taken: { x: number; y: number }[] = [];
  const placed = points.map((one) => {
    const cy = y.at(one.value.mid);
    let cx = one.when === undefined ? lane : x.at(one.when);
    while (taken.some((other) => Math.abs(other.x - cx) < 2 * R + 2 && Math.abs(other.y - cy) < 2 * R)) cx += 2 * R + 4;
    taken.push({ x: cx, y: cy });
    return { ...one, cx, cy };
  });
  for (const { cx, cy, value } of placed) if (value.open !== undefined) boxes.push({ x: cx - 5, y: value.open === 'up' ? cy - 22 : cy, width: 10, height: 22 });
  for (const { cx, cy } of placed) boxes.push({ x: cx - R - 5, y: cy - R - 5, width: 2 * R + 10, height: 2 * R + 10 });
  if (own !== undefined && draft !== undefined && timeline.draft !== null) {
    const words = clip(`${texts.draft}: ${timeline.draft.shown ?? timeline.draft.text}`, 60);
    const place = onLine(words.length * 6.2, y.at(draft.mid), boxes, left + 24, width - 14);
    boxes.push(place);
    own.append(make('text', { class: 'label', x: place.x, y: place.y + 12 }, words));
  }
  for (const { index, point, value, speaker, cx, cy } of placed) {
    const nth = order.get(speaker)!;
    const said = describe(point, dates[index] ?? '', texts);
    const hollow = point.relation !== 'agrees';
    const group = make('g', { class: `point s${nth % 6}${hollow ? ' hollow' : ''}${point.relation === 'superseded' ? ' past' : ''}`, tabindex: 0, role: 'button', 'aria-label': said, 'data-index': index }, make('title', {}, said));
    if (value.high > value.low) {
      const [a, b] = [y.at(value.high), y.at(value.low)];
      group.append(make('path', { class: 'bar', d: `M${cx - 6} ${a}h12M${cx} ${a}V${b}M${cx - 6} ${b}h12` }));
    }
    if (value.open !== undefined) group.append(make('path', { class: 'bar', d: arrow(cx, cy, value.open) }));
    if (point.first) group.append(make('circle', { class: 'ring', cx, cy, r: R + 5 }));
    group.append(make('path', { class: 'mark', d: SHAPES[nth % SHAPES.length]!(cx, cy) }));
    const words = clip(`${speaker}${point.first ? ` (${texts.first})` : ''}`, 34);
    const place = free(words.length * 6.6, cx, cy, boxes, { left, right: width - 4, top: 4, bottom });
    if (place !== undefined) {
      boxes.push(place);
      group.append(make('text', { class: 'label', x: place.x, y: place.y + 12 }, words));
    }
    openOn(group, index);
    svg.append(group);
  }
  svg.addEventListener('keydown', keys);
  return svg;
}

/** Arrow keys go from mark to mark, Enter and Space open one. */
function keys(event: KeyboardEvent): void {
  const all = [...document.querySelectorAll<SVGElement>('svg [tabindex]')];
  const at = all.indexOf(document.activeElement as unknown as SVGElement);
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (step !== undefined) all[(at + step + all.length) % all.length]?.focus();
  else if (event.key === 'Enter' || event.key === ' ') all[at]?.dispatchEvent(new MouseEvent('click'));
  else return;
  event.preventDefault();
}

function arrow(x: number, y: number, way: 'up' | 'down'): string {
  const up = way === 'up' ? -1 : 1;
  return `M${x} ${y}v${22 * up}m-4 ${-5 * up}l4 ${5 * up}l4 ${-5 * up}`;
}

function clip(text: string, to: number): string {
  return [...text].length <= to ? text : `${[...text].slice(0, to - 1).join('')}…`;
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

const overlap = (a: Box, b: Box) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Where words fit along a line: above it or below, as far left as they can; at its end if they fit nowhere. */
function onLine(width: number, y: number, boxes: Box[], left: number, right: number): Box {
  for (const top of [y - 18, y + 4]) {
    for (let x = left; x + width <= right; x += 12) {
      const box = { x, y: top, width, height: 15 };
      if (!boxes.some((other) => overlap(box, other))) return box;
    }
  }
  return { x: Math.max(left, right - width), y: y - 18, width, height: 15 };
}

/** Where a label fits beside a mark; it is left out where it fits nowhere, the table has it. */
function free(width: number, x: number, y: number, boxes: Box[], edge: { left: number; right: number; top: number; bottom: number }): Box | undefined {
  const height = 15;
  const candidates = [
    { x: x + 15, y: y - 8 },
    { x: x - 15 - width, y: y - 8 },
    { x: x - width / 2, y: y - 30 },
    { x: x - width / 2, y: y + 14 },
    { x: x + 12, y: y - 24 },
    { x: x + 12, y: y + 10 },
  ];
  const fits = (box: Box) =>
    box.x >= edge.left && box.x + width <= edge.right && box.y >= edge.top && box.y + height <= edge.bottom &&
    !boxes.some((other) => overlap(box, other));
  return candidates.map((one) => ({ ...one, width, height })).find(fits);
}

function table(timeline: Timeline, { texts, dates }: Show): HTMLTableElement {
  const head = html('tr', {}, ...[texts.date, texts.value, texts.speaker, texts.relation, texts.source].map((name) => html('th', { scope: 'col' }, name)));
  const row = (point: Point, index: number) => {
    const where = point.article === null ? texts.draft : `${clip(point.title ?? point.article, 46)} ¶\u00a0${point.paragraph}`;
    const button = html('button', { type: 'button', title: [point.title, point.text].filter(Boolean).join('\n') }, where);
    openOn(button, index);
    const kind = [point.first ? texts.first : '', relation(point, texts)].filter(Boolean).join(', ');
    const speaker = point.article === null ? '' : (point.speaker ?? texts.itself);
    return html('tr', index === DRAFT ? { class: 'own' } : {}, html('td', {}, index === DRAFT ? '' : (dates[index] ?? '')), html('td', {}, point.shown ?? point.text), html('td', {}, speaker), html('td', {}, kind), html('td', {}, button));
  };
  const sorted = timeline.points.map((point, index) => ({ point, index })).sort((a, b) => (number(a.point.date, 'from') ?? Infinity) - (number(b.point.date, 'from') ?? Infinity));
  return html('table', {}, html('caption', {}, timeline.matter), html('thead', {}, head), html('tbody', {}, ...(timeline.draft === null ? [] : [row(timeline.draft, DRAFT)]), ...sorted.map(({ point, index }) => row(point, index))));
}

function draw(): void {
  if (shown === undefined) return;
  const { timeline, texts } = shown;
  const main = document.querySelector('main')!;
  if (timeline === null) {
    main.replaceChildren(html('p', { class: 'empty' }, texts.empty));
    return;
  }
  const wide = main.clientWidth > 900;
  const width = Math.max(320, wide ? Math.floor(main.clientWidth * 0.46) : main.clientWidth);
  const height = Math.max(190, Math.min(420, document.documentElement.clientHeight - 60));
  const focused = document.activeElement?.getAttribute('data-index');
  main.className = wide ? 'wide' : '';
  const picture = timeline.points.length > 0 ? plot(timeline, shown, width, height) : html('p', { class: 'empty' }, texts.none);
  main.replaceChildren(html('section', {}, html('h1', {}, timeline.matter), picture), html('section', { class: 'table' }, table(timeline, shown)));
  if (focused !== null && focused !== undefined) document.querySelector<SVGElement>(`[data-index="${focused}"]`)?.focus();
}

window.addEventListener('message', ({ data }: MessageEvent<Show>) => {
  shown = data;
  draw();
});
new ResizeObserver(draw).observe(document.documentElement);
code.postMessage({ is: 'ready' });
