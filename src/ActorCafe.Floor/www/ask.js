// Asks the server.

/** What the server refuses, in its own sentence. */
export class Refused extends Error {}

/** Answers what the server says, as JSON. @param {string} address */
export async function ask(address, tries = 8) {
  let answer;
  try {
    answer = await fetch(address);
  } catch {
    throw new Refused('The server does not answer. Is the command floor still running?');
  }
  if (answer.status === 503 && tries > 1) {
    const seconds = Number(answer.headers.get('Retry-After')) || 1;
    await new Promise(resolve => setTimeout(resolve, seconds * 1000));
    return ask(address, tries - 1);
  }
  if (!answer.ok) { throw new Refused((await answer.text()).trim()); }
  return answer.json();
}
