"""The readers of the load test, for locust."""

import random

from locust import FastHttpUser, constant, task

_SUBJECTS = (
    """
the Great Wall of China and the Moon|who pays for the space station|Vikings and horned helmets|Napoleon's height
eight glasses of water a day|mosquitoes in Iceland|the Apollo program's cost|lifeboats on the Titanic
the moons of Saturn|the capital of Mongolia|smallpox and vaccination|the population of India
""".strip()
    .replace("\n", "|")
    .split("|")
)
_FORMS = ("What is known about {}?", "Is it true what they say about {}?", "{}", "tell me: {}")


class Reader(FastHttpUser):
    """Asks one question after the other, without a pause. A polite no (503) counts apart from failures."""

    wait_time = constant(0)

    @task
    def ask(self) -> None:
        question = random.choice(_FORMS).format(random.choice(_SUBJECTS))
        with self.client.post("/v1/ask", json={"question": question}, name="ask", catch_response=True) as reply:
            if reply.status_code == 503 and reply.headers.get("Retry-After"):
                reply.request_meta["name"] = "turned away"
                reply.success()
