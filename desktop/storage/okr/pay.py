"""What is said about metric values and pay: written plans, and which key results they name."""

from sqlalchemy import Connection, select

from desktop.models.pay import PayMark, PayPlan
from desktop.storage.okr.schema import PAY_MARK, PAY_PLAN
from desktop.storage.rows import Store, put


class PayStore(Store):
    """Plans stay as long as a key result names them; the last one to leave takes its plan along."""

    def pay_plans(self) -> tuple[PayPlan, ...]:
        """Return all plans, in the order they were added."""
        return self._many(PayPlan, select(PAY_PLAN).order_by(PAY_PLAN.c.position))

    def pay_mark(self, key_result_uid: str) -> PayMark | None:
        """Return what is said about the value of a key result, None where nothing is."""
        marks = self._many(PayMark, select(PAY_MARK).where(PAY_MARK.c.key_result_uid == key_result_uid))
        return marks[0] if marks else None

    def pay_plan(self, uid: str) -> PayPlan:
        """Return a plan; raise Problem if there is none of this uid."""
        return self._one(PayPlan, PAY_PLAN, uid)

    def named_by(self, plan_uid: str) -> tuple[str, ...]:
        """Return the uids of the key results whose value may inform pay under a plan."""
        marks = self._many(PayMark, select(PAY_MARK).where(PAY_MARK.c.plan_uid == plan_uid))
        return tuple(mark.key_result_uid for mark in marks)

    def mark_pay(self, mark: PayMark, plan: PayPlan | None = None) -> None:
        """Keep what is said about a value, with its plan as it is written now."""
        with self._room.writing() as connection:
            if plan:
                put(connection, PAY_PLAN, plan)
            put(connection, PAY_MARK, mark)
            forget_unnamed(connection)

    def unmark_pay(self, key_result_uid: str) -> None:
        """Say nothing about the value of a key result any more."""
        with self._room.writing() as connection:
            connection.execute(PAY_MARK.delete().where(PAY_MARK.c.key_result_uid == key_result_uid))
            forget_unnamed(connection)


def forget_unnamed(connection: Connection) -> None:
    """Delete the plans that no key result names."""
    named = select(PAY_MARK.c.plan_uid).where(PAY_MARK.c.plan_uid == PAY_PLAN.c.uid)
    connection.execute(PAY_PLAN.delete().where(~named.exists()))
