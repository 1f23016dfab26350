// Tells the server the names of all scenarios.
const groups = await (await fetch("/groups")).json();
const list = [];
for (const group of groups) {
  const { default: scenarios } = await import("/v/scenarios/" + group + ".js");
  for (const name in scenarios) list.push({ group, name, cases: Object.keys(scenarios[name].cases || { 1: 1 }).length });
}
const answer = await fetch("/list", { method: "POST", body: JSON.stringify(list) });
location.replace(await answer.text());
