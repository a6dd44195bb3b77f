"""The API keeps to its own description, whatever it is asked: schemathesis makes the questions."""

from __future__ import annotations

from pathlib import Path

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import response_schema_conformance, status_code_conformance

from lesart.desk.web import create_app
from tests.desk.conftest import filled


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory) -> schemathesis.BaseSchema:
    path: Path = filled(tmp_path_factory.mktemp("api") / "s.lesart")
    app = create_app(path, engine="rules")
    return schemathesis.openapi.from_asgi("/api/openapi.json", app, headers={"host": "localhost"})


schema = schemathesis.pytest.from_fixture("described")


@schema.parametrize()
@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
def test_no_question_breaks_it(case: schemathesis.Case) -> None:
    case.headers = {**(case.headers or {}), "host": "localhost"}
    case.call_and_validate(checks=[not_a_server_error, status_code_conformance, response_schema_conformance])
