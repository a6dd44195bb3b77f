"""The API keeps to its own description, whatever it is asked: schemathesis makes the questions."""

from __future__ import annotations

from pathlib import Path

import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import response_schema_conformance, status_code_conformance

from lesart.desk.web import create_app
from tests.desk.conftest import filled

CHECKS = [not_a_server_error, status_code_conformance, response_schema_conformance]


def test_no_question_breaks_it(tmp_path: Path) -> None:
    app = create_app(filled(tmp_path / "s.lesart"), engine="rules")
    schema = schemathesis.openapi.from_asgi("/api/openapi.json", app, headers={"host": "localhost"})
    operations = [operation.ok() for operation in schema.get_all_operations()]
    assert len(operations) > 12
    for operation in operations:

        @given(case=operation.as_strategy())
        @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
        def asked(case: schemathesis.Case) -> None:
            answer = case.call(headers={"host": "localhost"})
            case.validate_response(answer, checks=CHECKS)

        asked()
