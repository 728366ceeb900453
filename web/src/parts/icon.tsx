const paths = {
  open: "M3 6.5a1.5 1.5 0 0 1 1.5-1.5h3l2 2h6a1.5 1.5 0 0 1 1.5 1.5v6a1.5 1.5 0 0 1-1.5 1.5h-11a1.5 1.5 0 0 1-1.5-1.5z",
  link: "M8.5 11.5l3-3M9.5 6l1.7-1.7a3 3 0 0 1 4.3 4.3l-1.7 1.7M10.5 14l-1.7 1.7a3 3 0 0 1-4.3-4.3l1.7-1.7",
  out: "M10 3v9M6.5 6.5l3.5-3.5l3.5 3.5M4 12v3.5a1 1 0 0 0 1 1h10a1 1 0 0 0 1-1v-3.5",
  down: "M10 3v9.5M6.5 9l3.5 3.5l3.5-3.5M4 16.5h12",
  print: "M6 7.5v-4h8v4M6 14h-2.5v-6.5h13v6.5h-2.5M6 11.5h8v5h-8z",
  previous: "M12 4.5l-5.5 5.5l5.5 5.5",
  next: "M8 4.5l5.5 5.5l-5.5 5.5",
  swap: "M4 7h11.5M12.5 4l3 3l-3 3M16 13h-11.5M7.5 10l-3 3l3 3",
  copy: "M7.5 7.5v-3.5h8.5v8.5h-3.5M4 7.5h8.5v8.5h-8.5z",
  sun: "M10 6.7a3.3 3.3 0 1 1 0 6.6a3.3 3.3 0 0 1 0-6.6zM10 2v1.6M10 16.4v1.6M2 10h1.6M16.4 10h1.6M4.4 4.4l1.1 1.1M14.5 14.5l1.1 1.1M15.6 4.4l-1.1 1.1M5.5 14.5l-1.1 1.1",
  moon: "M16 11.6a6.6 6.6 0 1 1-7.6-7.6a5.4 5.4 0 0 0 7.6 7.6z",
  half: "M10 3.2a6.8 6.8 0 1 1 0 13.6a6.8 6.8 0 0 1 0-13.6zM10 3.2v13.6M12 4v12M14 5v10",
  quote: "M4 13.5q3-1 3-5v-2.5h-3.5v3.5h3M11.5 13.5q3-1 3-5v-2.5h-3.5v3.5h3",
  fresh: "M6 3h5.5l3.5 3.5v10.5h-9zM11.5 3v3.5h3.5",
  close: "M5.5 5.5l9 9M14.5 5.5l-9 9",
};

export type IconName = keyof typeof paths;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true">
      <path d={paths[name]} fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" />
    </svg>
  );
}
