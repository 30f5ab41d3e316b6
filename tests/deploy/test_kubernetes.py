"""The Kubernetes manifest: schemas, and what must hold of the pods."""

from typing import Any

import pytest

from tests.deploy.files import kubernetes, of_kind

VERSIONS = ("1.29", "1.33")
DEPLOYMENTS = ("footnote-api", "footnote-indexer")


def pod_of(name: str) -> dict[str, Any]:
    spec: dict[str, Any] = of_kind("Deployment")[name]["spec"]["template"]["spec"]
    return spec


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("thing", kubernetes(), ids=lambda thing: f"{thing['kind']}-{thing['metadata']['name']}")
def test_the_schema_of_each_object_holds(thing: dict[str, Any], version: str) -> None:
    validate = pytest.importorskip("kubernetes_validate", reason="carries the schemas").validate
    validate(thing, version, strict=True)


@pytest.mark.parametrize("name", DEPLOYMENTS)
def test_pods_meet_the_restricted_standard_and_write_only_where_they_may(name: str) -> None:
    pod = pod_of(name)
    (container,) = pod["containers"]
    assert pod["securityContext"]["runAsNonRoot"] is True
    assert pod["securityContext"]["seccompProfile"] == {"type": "RuntimeDefault"}
    assert pod["automountServiceAccountToken"] is False
    assert container["securityContext"]["allowPrivilegeEscalation"] is False
    assert container["securityContext"]["readOnlyRootFilesystem"] is True
    assert container["securityContext"]["capabilities"] == {"drop": ["ALL"]}
    assert {mount["mountPath"] for mount in container["volumeMounts"]} == {"/data", "/tmp"}
    assert "memory" in container["resources"]["limits"]


def test_only_the_indexer_writes_the_index() -> None:
    read_only = {
        name: [mount.get("readOnly", False) for mount in pod_of(name)["containers"][0]["volumeMounts"]]
        for name in DEPLOYMENTS
    }
    assert read_only == {"footnote-api": [True, False], "footnote-indexer": [False, False]}
    indexer = of_kind("Deployment")["footnote-indexer"]["spec"]
    assert (indexer["replicas"], indexer["strategy"]) == (1, {"type": "Recreate"})


def test_one_service_is_always_there() -> None:
    api = of_kind("Deployment")["footnote-api"]["spec"]
    assert api["replicas"] == 2
    assert api["strategy"]["rollingUpdate"]["maxUnavailable"] == 0
    assert of_kind("PodDisruptionBudget")["footnote-api"]["spec"]["minAvailable"] == 1


def test_probes_ask_what_they_should() -> None:
    (container,) = pod_of("footnote-api")["containers"]
    paths = {probe: container[f"{probe}Probe"]["httpGet"]["path"] for probe in ("startup", "readiness", "liveness")}
    # A service that can't load an index is not helped by being started again.
    assert paths == {"startup": "/readyz", "readiness": "/readyz", "liveness": "/healthz"}


def test_selectors_find_the_pods_they_mean() -> None:
    labels = {
        name: deployment["spec"]["template"]["metadata"]["labels"] for name, deployment in of_kind("Deployment").items()
    }
    api = labels["footnote-api"]
    assert of_kind("Service")["footnote"]["spec"]["selector"] == api
    assert of_kind("PodDisruptionBudget")["footnote-api"]["spec"]["selector"]["matchLabels"] == api
    assert of_kind("NetworkPolicy")["footnote-api"]["spec"]["podSelector"]["matchLabels"] == api
    assert labels["footnote-indexer"] != api
    common = of_kind("NetworkPolicy")["footnote"]["spec"]["podSelector"]["matchLabels"].items()
    assert all(common <= found.items() for found in labels.values())
    for name, deployment in of_kind("Deployment").items():
        assert deployment["spec"]["selector"]["matchLabels"] == labels[name]


def test_secrets_and_settings_that_are_named_are_there_or_told_of() -> None:
    claims, maps = of_kind("PersistentVolumeClaim"), of_kind("ConfigMap")
    for name in DEPLOYMENTS:
        (container,) = pod_of(name)["containers"]
        assert [source["configMapRef"]["name"] for source in container["envFrom"]] == list(maps)
        secrets = {one["valueFrom"]["secretKeyRef"]["key"] for one in container["env"]}
        assert secrets <= {"database-url", "staff-token"}
        assert [one["persistentVolumeClaim"]["claimName"] for one in pod_of(name)["volumes"][:1]] == list(claims)
