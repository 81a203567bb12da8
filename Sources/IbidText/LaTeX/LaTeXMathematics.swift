/// Signs that LaTeX has in formulas, by their commands.
///
/// Source: «The Comprehensive LaTeX Symbol List», section 3; Unicode's chart «Mathematical Operators».
enum LaTeXMathematics {
  static func symbol(_ command: String) -> String? { symbols[command] }

  private static let symbols: [String: String] = {
    var symbols: [String: String] = [:]
    for pair in (greek + " " + operators + " " + relations + " " + others).split(separator: " ") {
      let parts = pair.split(separator: ":", maxSplits: 1)
      symbols[String(parts[0])] = String(parts[1])
    }
    for name in functions.split(separator: " ") { symbols[String(name)] = String(name) }
    symbols["!"] = ""
    return symbols
  }()

  private static let greek = """
    alpha:α beta:β gamma:γ delta:δ epsilon:ϵ varepsilon:ε zeta:ζ eta:η theta:θ vartheta:ϑ iota:ι kappa:κ lambda:λ \
    mu:μ nu:ν xi:ξ omicron:ο pi:π varpi:ϖ rho:ρ varrho:ϱ sigma:σ varsigma:ς tau:τ upsilon:υ phi:ϕ varphi:φ chi:χ \
    psi:ψ omega:ω Gamma:Γ Delta:Δ Theta:Θ Lambda:Λ Xi:Ξ Pi:Π Sigma:Σ Upsilon:Υ Phi:Φ Psi:Ψ Omega:Ω \
    textalpha:α textbeta:β textgamma:γ textdelta:δ textepsilon:ε texteta:η texttheta:θ textkappa:κ textlambda:λ \
    textpi:π textrho:ρ textsigma:σ texttau:τ textphi:φ textchi:χ textpsi:ψ textomega:ω textDelta:Δ textGamma:Γ \
    textOmega:Ω textSigma:Σ textPhi:Φ textPsi:Ψ textTheta:Θ textLambda:Λ textPi:Π upmu:μ micro:µ ohm:Ω degree:° \
    celsius:°C
    """
  private static let operators = """
    pm:± mp:∓ times:× div:÷ cdot:⋅ ast:∗ star:⋆ circ:∘ bullet:• oplus:⊕ ominus:⊖ otimes:⊗ odot:⊙ cap:∩ cup:∪ \
    wedge:∧ land:∧ vee:∨ lor:∨ setminus:∖ sum:∑ prod:∏ int:∫ oint:∮ partial:∂ nabla:∇ neg:¬ lnot:¬ dagger:† ddagger:‡ \
    amalg:⨿ sqcap:⊓ sqcup:⊔ uplus:⊎ textasciimacron:¯
    """
  private static let relations = """
    leq:≤ le:≤ geq:≥ ge:≥ neq:≠ ne:≠ equiv:≡ approx:≈ cong:≅ sim:∼ simeq:≃ propto:∝ ll:≪ gg:≫ subset:⊂ subseteq:⊆ \
    supset:⊃ supseteq:⊇ in:∈ notin:∉ ni:∋ mid:∣ parallel:∥ perp:⊥ vdash:⊢ models:⊨ prec:≺ succ:≻ lesssim:≲ gtrsim:≳ \
    leqslant:⩽ geqslant:⩾ asymp:≍ doteq:≐ lt:< gt:>
    """
  private static let others = """
    infty:∞ forall:∀ exists:∃ emptyset:∅ varnothing:∅ aleph:ℵ hbar:ℏ ell:ℓ Re:ℜ Im:ℑ wp:℘ angle:∠ prime:′ \
    to:→ rightarrow:→ leftarrow:← leftrightarrow:↔ Rightarrow:⇒ Leftarrow:⇐ Leftrightarrow:⇔ longrightarrow:⟶ \
    mapsto:↦ uparrow:↑ downarrow:↓ textrightarrow:→ textleftarrow:← textuparrow:↑ textdownarrow:↓ \
    rightleftharpoons:⇌ langle:⟨ rangle:⟩ lceil:⌈ rceil:⌉ lfloor:⌊ rfloor:⌋ cdots:⋯ vdots:⋮ ddots:⋱ triangle:△ \
    square:□ Box:□ diamond:⋄ surd:√ top:⊤ bot:⊥ lbrace:{ rbrace:} lbrack:[ rbrack:] backslash:\\ vert:| Vert:‖ \
    textasciidieresis:¨ textcelsius:℃ textohm:Ω textinterrobang:‽ textlbrackdbl:⟦ textrbrackdbl:⟧ checkmark:✓ \
    textregistered:® trademark:™ sharp:♯ flat:♭ natural:♮ imath:ı jmath:ȷ textlquill:⁅ textrquill:⁆ \
    textminus:− textdblhyphen:‐ textvisiblespace:␣ textbrokenbar:¦ textlnot:¬ textcurrency:¤ textnaira:₦ textwon:₩
    """
  private static let functions = """
    log ln exp sin cos tan cot arcsin arccos arctan sinh cosh tanh max min sup inf lim det dim ker gcd deg arg hom Pr mod
    """
}
