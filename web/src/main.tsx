import "./style/base.css";
import "./style/audit.css";
import "./style/pictures.css";
import "./style/pages.css";
import "./style/print.css";
import { render } from "preact";
import { route } from "./model/router";
import { Shell } from "./parts/shell";
import { AuditView } from "./views/audit";
import { DataView } from "./views/data";
import { PairView } from "./views/pair";

function App() {
  const { view } = route.value;
  return <Shell>{view === "pair" ? <PairView /> : view === "data" ? <DataView /> : <AuditView />}</Shell>;
}

render(<App />, document.getElementById("app") as HTMLElement);
