package tinygo

import (
	"errors"
	"os"
	"path/filepath"
)

// What is always so in Go, or in this program, and LLVM can't find out by itself: TinyGo's compiler tells it, and checks and
// masks go that never do anything.
//   - The length of a slice or a text isn't negative: after i < len(s) there is no second check at s[i].
//   - An item of a slice is somewhere: &list[i] isn't nil.
//   - A bool that a function is given or returns is 0 or 1, and isn't masked.
//   - What the page returns by address is there: bridge/js/cross_tinygo.js writes it before.

const hintsCompiler = `package compiler

import "tinygo.org/x/go-llvm"

func (c *compilerContext) addHints(llvmFn llvm.Value, returned llvm.Type, params []llvm.Type, imported bool) {
	bools := c.ctx.CreateEnumAttribute(llvm.AttributeKindID("zeroext"), 0)
	for i, t := range append([]llvm.Type{returned}, params...) {
		if t == c.ctx.Int1Type() {
			llvmFn.AddAttributeAtIndex(i, bools)
		}
	}
	if imported && returned.TypeKind() == llvm.PointerTypeKind {
		llvmFn.AddAttributeAtIndex(0, c.ctx.CreateEnumAttribute(llvm.AttributeKindID("nonnull"), 0))
	}
}

func (b *builder) assumeNotNegative(length llvm.Value) {
	b.assume(b.CreateICmp(llvm.IntSGE, length, llvm.ConstInt(length.Type(), 0, false), ""))
}

func (b *builder) assumeNotNil(pointer llvm.Value) {
	b.assume(b.CreateICmp(llvm.IntNE, pointer, llvm.ConstNull(pointer.Type()), ""))
}

func (b *builder) assume(is llvm.Value) {
	assume := b.mod.NamedFunction("llvm.assume")
	if assume.IsNil() {
		assume = llvm.AddFunction(b.mod, "llvm.assume", llvm.FunctionType(b.ctx.VoidType(), []llvm.Type{b.ctx.Int1Type()}, false))
	}
	b.CreateCall(assume.GlobalValueType(), assume, []llvm.Value{is}, "")
}
`

var hintEdits = []edit{
	{
		"symbol.go", "\t// Set a number of function or parameter attributes, depending on the\n",
		"\tc.addHints(llvmFn, retType, paramTypes, info.wasmModule != \"\" && len(fn.Blocks) == 0)\n\n" +
			"\t// Set a number of function or parameter attributes, depending on the\n",
	},
	{
		"compiler.go", "\t\t\tllvmLen = b.CreateExtractValue(value, 1, \"len\")\n\t\tcase *types.Chan:\n",
		"\t\t\tllvmLen = b.CreateExtractValue(value, 1, \"len\")\n\t\t\tb.assumeNotNegative(llvmLen)\n\t\tcase *types.Chan:\n",
	},
	{
		"compiler.go", "\t\t\treturn b.CreateInBoundsGEP(bufType, bufptr, []llvm.Value{index}, \"\"), nil\n\t\tdefault:\n",
		"\t\t\titem := b.CreateInBoundsGEP(bufType, bufptr, []llvm.Value{index}, \"\")\n\t\t\tb.assumeNotNil(item)\n\t\t\treturn item, nil\n\t\tdefault:\n",
	},
}

// addHints changes the compiler in root, a copy of TinyGo's module.
func addHints(root string) error {
	dir := filepath.Join(root, "compiler")
	return errors.Join(
		applyEdits(dir, hintEdits),
		os.WriteFile(filepath.Join(dir, "hints.go"), []byte(hintsCompiler), 0o666),
	)
}
