"""From torch to ONNX files a browser can take: the graph, how its weights are stored, and how they are split."""

import hashlib
import tempfile
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnx import TensorProto, external_data_helper, helper, numpy_helper, shape_inference
from onnxruntime.quantization.matmul_nbits_quantizer import DefaultWeightOnlyQuantConfig, MatMulNBitsQuantizer
from torch import nn

OPSET = 18
# A graph with its weights inside may not be larger: Protocol Buffers end at 2 GB.
MOST_INLINE = 1024 * 2**20
# Of one file of weights: browsers hand over no array of more than 2 GB, and a broken download begins anew.
MOST_DATA = 512 * 2**20
# Weights under so many numbers stay as they are.
SMALLEST = 64
BLOCK = 32
# Stored how, and how many bits a weight then takes.
VARIANTS = {"fp32": 32, "fp16": 16, "int8": 8, "q4": 4}


def write_graph(module: nn.Module, shape: tuple[int, ...], free_batch: bool, path: Path, variant: str) -> int:
    """Writes `module` for inputs [batch, *shape]. A batch that is not free is one. Returns bytes of its largest tensor."""
    with tempfile.TemporaryDirectory(dir=path.parent) as scratch:
        plain = Path(scratch) / "plain.onnx"
        torch.onnx.export(
            module,
            (torch.zeros(2 if free_batch else 1, *shape),),
            plain,
            input_names=["input"],
            output_names=["features"],
            dynamic_shapes=({0: torch.export.Dim("batch")},) if free_batch else None,
            opset_version=OPSET,
            external_data=True,
            dynamo=True,
            verbose=False,
        )
        save(stored_as(without_source(onnx.load(plain)), variant), path)
        return largest_tensor(without_source(onnx.load(plain, load_external_data=False)))


def without_source(model: onnx.ModelProto) -> onnx.ModelProto:
    """Drops what the exporter notes about the source code: it is of no use to a browser."""
    for node in model.graph.node:
        node.ClearField("metadata_props")
        node.ClearField("doc_string")
    for value in (*model.graph.input, *model.graph.output, *model.graph.initializer):
        value.ClearField("metadata_props")
        value.ClearField("doc_string")
    model.graph.ClearField("value_info")
    model.graph.ClearField("metadata_props")
    model.ClearField("functions")
    return model


def largest_tensor(model: onnx.ModelProto) -> int:
    """Bytes of the largest of all weights and intermediate numbers, for a batch of one."""
    for value in (*model.graph.input, *model.graph.output):
        value.type.tensor_type.shape.dim[0].dim_value = 1
    graph = shape_inference.infer_shapes(model, data_prop=True).graph
    tensors = [value.type.tensor_type for value in (*graph.input, *graph.value_info, *graph.output)]
    shapes = [([dim.dim_value for dim in tensor.shape.dim], tensor.elem_type) for tensor in tensors]
    shapes += [(tensor.dims, tensor.data_type) for tensor in graph.initializer]
    return max(int(np.prod(dims)) * helper.tensor_dtype_to_np_dtype(kind).itemsize for dims, kind in shapes)


def stored_as(model: onnx.ModelProto, variant: str) -> onnx.ModelProto:
    if variant == "fp32":
        return model
    if variant == "fp16":
        return halved(model)
    config = DefaultWeightOnlyQuantConfig(block_size=BLOCK, is_symmetric=True, bits=VARIANTS[variant], accuracy_level=4)
    quantizer = MatMulNBitsQuantizer(model, algo_config=config)
    quantizer.process()
    # What is no matrix product stays as it is, in halves.
    return halved(quantizer.model.model)


def halved(model: onnx.ModelProto) -> onnx.ModelProto:
    """Stores float32 weights as float16 behind a Cast, which runtimes fold when they load: half the bytes, same ops."""
    scales = {name for node in model.graph.node if node.op_type == "MatMulNBits" for name in node.input[2:]}
    casts = []
    for tensor in model.graph.initializer:
        if tensor.data_type != TensorProto.FLOAT or np.prod(tensor.dims) < SMALLEST or tensor.name in scales:
            continue
        name = tensor.name
        half = numpy_helper.from_array(numpy_helper.to_array(tensor).astype(np.float16), f"{name}.half")
        tensor.CopyFrom(half)
        casts.append(helper.make_node("Cast", [half.name], [name], to=TensorProto.FLOAT))
    nodes = [*casts, *model.graph.node]
    model.graph.ClearField("node")
    model.graph.node.extend(nodes)
    return model


def save(model: onnx.ModelProto, path: Path) -> None:
    """The graph with its weights inside or, where those are large, in files `name-1.data`, `name-2.data` … beside it."""
    weights = [tensor for tensor in model.graph.initializer if len(tensor.raw_data) >= SMALLEST]
    if sum(len(tensor.raw_data) for tensor in weights) <= MOST_INLINE:
        onnx.save(model, path)
        return
    number, file, at = 0, None, MOST_DATA
    for tensor in weights:
        size = len(tensor.raw_data)
        if at + size > MOST_DATA:
            if file is not None:
                file.close()
            number, at = number + 1, 0
            file = (path.parent / f"{path.stem}-{number}.data").open("wb")
        external_data_helper.set_external_data(tensor, Path(file.name).name, offset=at, length=size)
        file.write(tensor.raw_data)
        tensor.ClearField("raw_data")
        tensor.data_location = TensorProto.EXTERNAL
        at += size
    file.close()
    path.write_bytes(model.SerializeToString())


def data_files(path: Path) -> list[Path]:
    """The files of weights that belong to a graph."""
    return sorted(path.parent.glob(f"{path.stem}-*.data"), key=lambda file: int(file.stem.rsplit("-", 1)[1]))


def run(path: Path, inputs: np.ndarray) -> np.ndarray:
    """What ONNX Runtime gives, one input after the other."""
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
    name = session.get_inputs()[0].name
    return np.concatenate([session.run(None, {name: one[None]})[0] for one in inputs])


def run_torch(module: nn.Module, inputs: np.ndarray) -> np.ndarray:
    with torch.inference_mode():
        return np.concatenate([module(torch.from_numpy(one[None])).numpy() for one in inputs])


def relative_difference(one: np.ndarray, other: np.ndarray) -> float:
    """Largest absolute difference, as a share of the largest number."""
    return float(np.abs(one - other).max() / np.abs(other).max())


def file_entry(path: Path) -> dict:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return {"file": path.name, "sha256": digest, "bytes": path.stat().st_size}
