"""A real SMTP server on the loopback address. It says its port, then one line of JSON for each letter that it took."""

import asyncio
import email
import email.policy
import json

from aiosmtpd.smtp import SMTP


class Taken:
    async def handle_DATA(self, server, session, envelope):
        letter = email.message_from_bytes(envelope.content, policy=email.policy.default)
        plain = letter.get_body(("plain",))
        print(json.dumps({
            "id": letter["Message-ID"], "to": envelope.rcpt_tos[0], "subject": letter["Subject"],
            "unsubscribe": letter["List-Unsubscribe"], "oneClick": letter["List-Unsubscribe-Post"],
            "plain": plain.get_content() if plain else None, "hasHtml": letter.get_body(("html",)) is not None,
        }), flush=True)
        # Taken and not yet said so: here a sender that dies does not know that it arrived.
        await asyncio.sleep(0.02)
        return "250 taken"


async def main():
    server = await asyncio.get_running_loop().create_server(lambda: SMTP(Taken(), enable_SMTPUTF8=True), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(main())
