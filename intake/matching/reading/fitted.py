"""Costs of sounds fitted to pairs of names by benchmarks/fit_sounds.py.

Hundredths, where they differ from what phonetics alone says: two sounds and the cost of
one for the other; a sound, its place in the word and the cost of its loss, between
scripts that write vowels alike and where the other script leaves vowels out.
"""

FITTED_VERSION = 1

FITTED_GAPS = """
C~CS1 C~CSxk1 C~CktS1 C~Cs1 C~J34 C~JZyx4 C~JgZ43 C~JyZx46 C~S33 C~SC21 C~Ss35 C~Z33 C~ZCJ15 C~ZJ51
C~_kx56 C~b140 C~c24 C~cC1 C~czs45 C~gJ42 C~gJxZ48 C~k61 C~kC1 C~kCqg14 C~kc27 C~kg53 C~kq61 C~kx67
C~kxC1 C~s35 C~sz49 C~sz_68 C~t101 C~yJZ50 C~z125 C~zc56 C~zcs60 CJZ~CS14 CJZ~CSxk12 CJZ~J13
CJZ~Ttzf48 CJZ~Z1 CJZ~ZCJ1 CJZ~sz49 CJZ~yi44 CJZ~zc_37 CS~CSxk1 CS~Ckc1 CS~CktS1 CS~J48 CS~S28
CS~Ss22 CS~ZCJ11 CS~ZJ47 CS~_kx51 CS~c33 CS~gJxZ42 CS~k83 CS~kC7 CS~kc30 CS~kx51 CS~kxS12 CS~s53
CS~sCc1 CS~sCcJ1 CS~sS13 CS~sz55 CS~xkCS1 CS~zc53 CS~zcs54 CSxk~Ckc8 CSxk~CktS1 CSxk~Ct9 CSxk~Gg_49
CSxk~J45 CSxk~JgZ32 CSxk~JyZx46 CSxk~Tst51 CSxk~ZCJ28 CSxk~aeh_23 CSxk~aeth_22 CSxk~c53 CSxk~cs41
CSxk~czs36 CSxk~g68 CSxk~gJxZ26 CSxk~gh43 CSxk~h9 CSxk~h_25 CSxk~ha_34 CSxk~k45 CSxk~kC7 CSxk~kCqg7
CSxk~kS13 CSxk~kSxgz9 CSxk~kc35 CSxk~kg25 CSxk~kq22 CSxk~kx1 CSxk~kxS1 CSxk~qkgG12 CSxk~s62
CSxk~sCc7 CSxk~sCcJ10 CSxk~sS16 CSxk~sz51 CSxk~sz_50 CSxk~t96 CSxk~x9 CSxk~xh7 CSxk~xk1 CSxk~yJZ43
CSxk~zcs61 C_~Ct_1 C_~ae_9 Cc_~ae_10 Cc_~c1 Cc_~k64 Cc_~kg63 Cc_~kq58 Cc_~s41 Cc_~t58 Ckc~CktS1
Ckc~S51 Ckc~SC10 Ckc~Ss55 Ckc~Sskx10 Ckc~Ttzf42 Ckc~c1 Ckc~czs1 Ckc~k23 Ckc~kc8 Ckc~qkgG1 Ckc~sS49
Ckc~sz45 Ckc~xk13 CktS~Ct10 CktS~J45 CktS~JZyx42 CktS~JgZ36 CktS~JyZx51 CktS~SC8 CktS~Ss15 CktS~Tst8
CktS~Ttzf12 CktS~_kx8 CktS~_t7 CktS~d59 CktS~g47 CktS~gJxZ49 CktS~gh49 CktS~k36 CktS~kc25 CktS~kg22
CktS~kq17 CktS~kxS8 CktS~m127 CktS~s56 CktS~sCcJ24 CktS~sS15 CktS~sz62 CktS~t19 CktS~tT11 CktS~xh32
CktS~zc58 CktS~zcs38 Cs~JgZ23 Cs~S37 Cs~cs7 Cs~czs10 Cs~k59 Cs~kc47 Cs~s20 Cs~sCc13 Cs~sCcJ15
Cs~sz17 Cs~z31 Ct~J42 Ct~d50 Ct~sCcJ11 Ct~t1 Ct~tT14 Ct~tc1 Ct~zcs55 Ct_~ae_8 Ct_~zc_9 D~Jd12 D~d8
D~sz35 D~wvuo119 Dd~Dzd1 Dd~Ttzf34 Dd~d1 Dd~dzD1 Dd~sz44 Dd~t48 Dd~xh123 Dd~zcs39 Dzd~Ttzf1 Dzd~d20
Dzd~sz13 Dzd~z1 Dzd~zcJ1 Dzd~zcs1 Gg~Gg_1 Gg~J36 Gg~d126 Gg~g1 Gg~gJ11 Gg~gJxZ8 Gg~g_1 Gg~gh1
Gg~h_35 Gg~ha_49 Gg~k61 Gg~kCqg10 Gg~kc51 Gg~kq51 Gg~r113 Gg~sCc120 Gg~wv123 Gg~xh47 Gg~xk48 Gg_~J46
Gg_~JyZx47 Gg_~a_10 Gg_~aeh_14 Gg_~aeo_18 Gg_~auo_11 Gg_~gJ1 Gg_~gJxZ1 Gg_~h38 Gg_~k63 Gg_~kc63
Gg_~kg16 Gg_~kq36 Gg_~qkgG1 Gg_~wv_7 Gg_~xh37 Gg_~xk31 Gg_~y_11 Gg_~yi_7 J~JZyx1 J~Jg1 J~JyZx1 J~S60
J~SC33 J~Ss38 J~Z30 J~ZCJ11 J~ZJ7 J~Z_12 J~czJ12 J~d116 J~g30 J~gJxZ9 J~gh57 J~kSxgz46 J~kc50 J~kg52
J~kxC43 J~kxS53 J~ly43 J~s127 J~sCcJ25 J~sz62 J~xh122 J~y43 J~yJZ_1 J~y_30 J~yie55 J~z31 J~zc51
J~zcs62 JZ~JZyx10 JZ~Jg9 JZ~JyZx1 JZ~S44 JZ~g35 JZ~gJxZ1 JZ~sz50 JZ~yie42 JZ~zcJ1 JZyx~Jcz1
JZyx~JgZ1 JZyx~S42 JZyx~SC42 JZyx~Z1 JZyx~ZJ1 JZyx~a67 JZyx~ae_35 JZyx~aeh_22 JZyx~czJ10 JZyx~czs51
JZyx~e14 JZyx~e_25 JZyx~ei2 JZyx~eyi8 JZyx~g55 JZyx~gh26 JZyx~h24 JZyx~h_24 JZyx~i1 JZyx~iey7
JZyx~iy7 JZyx~k57 JZyx~kg52 JZyx~kx11 JZyx~l74 JZyx~ly32 JZyx~n81 JZyx~oeu23 JZyx~ou57 JZyx~ouvw49
JZyx~sCc42 JZyx~sCcJ22 JZyx~sz54 JZyx~x9 JZyx~xh16 JZyx~xk11 JZyx~y8 JZyx~yJZ1 JZyx~y_1 JZyx~yie12
JZyx~z40 JZyx~zc16 JZyx~zcs48 Jcz~JyZx1 Jcz~Z24 Jcz~ZCJ13 Jcz~c11 Jcz~kc13 Jcz~sCcJ8 Jcz~sz16
Jcz~zcs1 Jd~JgZ9 Jd~JyZx7 Jd~S52 Jd~g53 Jd~kc68 Jg~JgZ1 Jg~S58 Jg~g13 Jg~gJxZ13 Jg~gh7 Jg~h_51
Jg~k53 Jg~kc51 Jg~kg16 Jg~sz60 Jg~y_27 Jg~yi47 Jg~zcs47 JgZ~JyZx1 JgZ~S62 JgZ~Ss34 JgZ~Z1 JgZ~ZCJ1
JgZ~aeh_32 JgZ~gJxZ1 JgZ~g_1 JgZ~h_59 JgZ~kC30 JgZ~kCqg14 JgZ~kc35 JgZ~kq54 JgZ~kxS42 JgZ~ly51
JgZ~rZS7 JgZ~s138 JgZ~sCc47 JgZ~sCcJ16 JgZ~sS33 JgZ~sz58 JgZ~xh37 JgZ~y29 JgZ~yJZ1 JgZ~yJZ_1
JgZ~y_21 JgZ~yi30 JgZ~yi_45 JgZ~yie43 JgZ~z34 JgZ~zc39 JgZ~zcJ11 JyZx~S53 JyZx~SC43 JyZx~Ss64
JyZx~Ttzf62 JyZx~ZCJ15 JyZx~a77 JyZx~ae45 JyZx~ae_33 JyZx~aeh_11 JyZx~aeiou_42 JyZx~ai1 JyZx~czJ8
JyZx~e35 JyZx~eai26 JyZx~ei36 JyZx~eo41 JyZx~g24 JyZx~gh30 JyZx~h42 JyZx~h_31 JyZx~ha_39 JyZx~iay10
JyZx~ie21 JyZx~iey1 JyZx~k72 JyZx~kCqg46 JyZx~kSxgz11 JyZx~kc88 JyZx~kg51 JyZx~kq53 JyZx~kx10
JyZx~kxC7 JyZx~kxS14 JyZx~l95 JyZx~ly35 JyZx~n85 JyZx~o61 JyZx~ouvw57 JyZx~sS46 JyZx~sz83 JyZx~t128
JyZx~uwo59 JyZx~uwv_58 JyZx~uyviw_15 JyZx~wvuo63 JyZx~x9 JyZx~xh19 JyZx~xk30 JyZx~y11 JyZx~yi_1
JyZx~yie10 JyZx~z51 JyZx~zc19 JyZx~zcJ1 JyZx~zcs57 S~SC1 S~Ss1 S~Sskx11 S~Tst48 S~Z60 S~ZCJ47 S~ZJ49
S~a121 S~bp140 S~cs55 S~czJ54 S~czs48 S~gJxZ63 S~k138 S~kS11 S~kSxgz10 S~kc82 S~rZS15 S~s25 S~sCcJ58
S~sS1 S~sz16 S~sz_27 S~t142 S~xk72 S~z124 SC~Ss1 SC~Z33 SC~ZCJ12 SC~_kx59 SC~cC13 SC~gJxZ43 SC~k70
SC~kCqg18 SC~kc54 SC~kx48 SC~kxC1 SC~kxS1 SC~rZS9 SC~s35 SC~sCc18 SC~sCcJ21 SC~sS1 SC~s_48 SC~sz34
SC~t124 SC~xh75 SC~xk61 SC~xkCS1 Ss~Sskx1 Ss~Tst21 Ss~Ttzf40 Ss~Z42 Ss~ZJ43 Ss~b139 Ss~c63 Ss~cC51
Ss~cZ35 Ss~cs22 Ss~cz27 Ss~czJ29 Ss~czs24 Ss~fT50 Ss~gJxZ60 Ss~kS9 Ss~kSxgz1 Ss~kc69 Ss~kxC30
Ss~kxS7 Ss~r140 Ss~rZS19 Ss~s16 Ss~sCc8 Ss~sCcJ30 Ss~sS8 Ss~sz15 Ss~sz_24 Ss~xkCS7 Ss~z37 Ss~zc30
Ss~zc_29 Ss~zcs26 Sskx~h20 Sskx~k7 Sskx~kq11 Sskx~qkgG10 Sskx~s8 Sskx~xh11 T~Ttzf1 T~f54 T~s43
T~sz32 T~t24 Tst~Ttzf1 Tst~czJ33 Tst~d50 Tst~d_34 Tst~s24 Tst~sCcJ11 Tst~sz22 Tst~t12 Tst~tT1
Tst~t_17 Tst~z29 Tst~zcs19 Ttzf~Z47 Ttzf~_t1 Ttzf~aeth_11 Ttzf~bv38 Ttzf~c43 Ttzf~cs42 Ttzf~cz15
Ttzf~czs14 Ttzf~d58 Ttzf~dzD10 Ttzf~f24 Ttzf~fp23 Ttzf~fv34 Ttzf~gJxZ57 Ttzf~kSxgz8 Ttzf~kc60
Ttzf~ouvw41 Ttzf~ouw51 Ttzf~p66 Ttzf~pf30 Ttzf~s43 Ttzf~sCc35 Ttzf~sCcJ42 Ttzf~sS28 Ttzf~sz30
Ttzf~sz_1 Ttzf~t1 Ttzf~tT1 Ttzf~t_1 Ttzf~uw48 Ttzf~uwv_32 Ttzf~v52 Ttzf~vw37 Ttzf~wv51 Ttzf~wv_37
Ttzf~wvuo45 Ttzf~xh122 Ttzf~yJZ47 Ttzf~z28 Ttzf~zc9 Ttzf~zc_11 Ttzf~zcs30 Z~ZCJ1 Z~ZJ1 Z~Z_1 Z~cZ1
Z~cs129 Z~g38 Z~gJxZ1 Z~gh57 Z~kC54 Z~ly61 Z~rZS1 Z~sCcJ32 Z~sS43 Z~sz50 Z~yie61 Z~z18 Z~zc34
Z~zc_39 Z~zcs34 ZCJ~ZJ1 ZCJ~c37 ZCJ~gJxZ1 ZCJ~gh52 ZCJ~kc56 ZCJ~sCcJ11 ZCJ~sz52 ZCJ~yi34 ZCJ~z27
ZJ~Z_1 ZJ~cZ1 ZJ~czs40 ZJ~g33 ZJ~gJ1 ZJ~gJxZ1 ZJ~g_42 ZJ~r113 ZJ~rZS1 ZJ~sCcJ14 ZJ~sz51 ZJ~yJZ8
ZJ~z35 ZJ~zc_37 _Gyw~aeo_1 _Gyw~g4 _Gyw~gh11 _Gyw~wvuo7 _c~ae_1 _c~c1 _c~cs1 _c~e_7 _c~yi_7 _d~a_7
_d~aeiou_9 _d~h_14 _d~t35 _d~t_1 _kx~ae_15 _kx~aeh_1 _kx~aeo_19 _kx~gJxZ10 _kx~h23 _kx~k23 _kx~sz_1
_kx~x1 _kx~xh1 _kx~zc_15 _t~ae_15 _t~aeiou_1 _t~aeo_11 _t~cs51 _t~czs59 _t~d46 _t~e_8 _t~h_8 _t~t1
_t~tT9 _t~t_1 _t~uwv_8 _t~yi_8 a~ae_1 a~aeh_1 a~aeiou_1 a~aeo_1 a~aeth_1 a~ai1 a~ao8 a~auo_1 a~e10
a~e_15 a~eai19 a~ei32 a~eo13 a~eyi13 a~gh60 a~h49 a~ha_30 a~i58 a~iay12 a~ie28 a~iey32 a~iy49 a~ly75
a~no_42 a~o46 a~oa21 a~oe18 a~oeu57 a~ou36 a~ouw55 a~u26 a~ua25 a~uow76 a~uw67 a~uwo69 a~vw68 a~wv71
a~xh25 a~yJZ69 a~yi77 a~yi_68 a~yie44 a_~ae8 a_~aeiou_1 a_~aeth_10 a_~auo_1 a_~e_12 a_~g_1 a_~h_11
a_~ha_9 a_~iay9 a_~o52 a_~oa8 a_~sz_8 a_~uwv_11 a_~wv_9 a_~y_12 a_~yi_12 ae~ae_1 ae~aeiou_8 ae~aeo_1
ae~ao31 ae~e_21 ae~eai1 ae~ei17 ae~eo20 ae~eyi17 ae~ha_16 ae~i23 ae~iay1 ae~iey1 ae~ly53 ae~o78
ae~oa23 ae~oau9 ae~oe26 ae~oeu37 ae~ou43 ae~ouvw42 ae~ouw62 ae~u53 ae~ua22 ae~uow59 ae~uwo59 ae~wv73
ae~wvuo49 ae~y16 ae~yi3 ae~yie13 ae_~aeiou_1 ae_~aeo_1 ae_~ao1 ae_~d_18 ae_~e24 ae_~e_28 ae_~eo21
ae_~eyi13 ae_~fg_8 ae_~g_23 ae_~h_15 ae_~ha_13 ae_~i36 ae_~i_16 ae_~iey27 ae_~ly45 ae_~n_9 ae_~no_10
ae_~o53 ae_~oa17 ae_~oe25 ae_~oeu18 ae_~ouvw50 ae_~r_14 ae_~s_16 ae_~sz_34 ae_~t_15 ae_~ua9
ae_~uow44 ae_~uw47 ae_~uwo47 ae_~uwv_23 ae_~uyviw_15 ae_~wv_13 ae_~y38 ae_~yJZ38 ae_~yJZ_9 ae_~y_21
ae_~yi26 ae_~yi_29 ae_~yie33 ae_~zc_10 aeh_~aeo_8 aeh_~aeth_16 aeh_~aiy1 aeh_~ao10 aeh_~d_28 aeh_~e1
aeh_~eo1 aeh_~eyi7 aeh_~fg_10 aeh_~g49 aeh_~gJxZ24 aeh_~g_22 aeh_~gh19 aeh_~h_1 aeh_~i41 aeh_~iay18
aeh_~iey10 aeh_~kCqg47 aeh_~kc63 aeh_~ly43 aeh_~oa23 aeh_~oe8 aeh_~oeu15 aeh_~r_1 aeh_~sz_24
aeh_~uw52 aeh_~uwv_17 aeh_~uyviw_12 aeh_~wv_13 aeh_~wvuo47 aeh_~xk20 aeh_~yJZ20 aeh_~y_17 aeh_~yi38
aeh_~yi_25 aeh_~yie14 aeiou_~aeo_1 aeiou_~ao1 aeiou_~auo_1 aeiou_~e_1 aeiou_~eo1 aeiou_~eyi18
aeiou_~gh51 aeiou_~h_23 aeiou_~i22 aeiou_~iay7 aeiou_~ie1 aeiou_~iey21 aeiou_~iy12 aeiou_~ly31
aeiou_~o23 aeiou_~oa11 aeiou_~oe15 aeiou_~oeu11 aeiou_~ouvw8 aeiou_~sz_7 aeiou_~t_7 aeiou_~u20
aeiou_~uow7 aeiou_~uw20 aeiou_~uwo23 aeiou_~uwv_11 aeiou_~uyviw_15 aeiou_~vw25 aeiou_~wv35
aeiou_~wv_10 aeiou_~wvuo12 aeiou_~yJZ_8 aeiou_~y_17 aeiou_~yi24 aeiou_~yi_13 aeiou_~yie10 aeo_~ai1
aeo_~ao1 aeo_~auo_1 aeo_~e18 aeo_~eai11 aeo_~g_13 aeo_~gh58 aeo_~i36 aeo_~i_11 aeo_~ie7 aeo_~iey17
aeo_~k_7 aeo_~l_10 aeo_~ly25 aeo_~o23 aeo_~oa17 aeo_~oe17 aeo_~oeu18 aeo_~ou11 aeo_~ouw15 aeo_~r_9
aeo_~s_8 aeo_~sz_11 aeo_~t_15 aeo_~uow20 aeo_~uw19 aeo_~uwo21 aeo_~uwv_19 aeo_~uyviw_7 aeo_~vw33
aeo_~wv17 aeo_~wv_9 aeo_~wvuo29 aeo_~xh73 aeo_~yJZ32 aeo_~yJZ_8 aeo_~y_17 aeo_~yi27 aeo_~yi_11
aeo_~yie25 aeo_~zc_7 aeth_~d50 aeth_~e11 aeth_~gJxZ24 aeth_~h_1 aeth_~i39 aeth_~iay13 aeth_~iey11
aeth_~kCqg54 aeth_~ly33 aeth_~o42 aeth_~oa9 aeth_~r_16 aeth_~s_10 aeth_~sz_12 aeth_~t29 aeth_~tc1
aeth_~uwo42 aeth_~y_9 aeth_~yi28 aeth_~yi_17 aeth_~yie18 ai~auo_1 ai~e25 ai~eai1 ai~i17 ai~o43
ai~oa7 ai~ou43 ai~wvuo43 ai~yi7 ai~yi_10 ai~yie17 aiy~e_7 aiy~i16 aiy~ly7 aiy~yJZ7 aiy~yi16
aiy~yi_11 aiy~yie14 ao~auo_7 ao~e49 ao~e_35 ao~eai28 ao~ei53 ao~eyi1 ao~i70 ao~ie27 ao~iey36 ao~o1
ao~oa1 ao~oe1 ao~oeu18 ao~ou9 ao~ouvw10 ao~ouw9 ao~u7 ao~uow1 ao~uw19 ao~uwo1 ao~vw31 ao~wv32
ao~wvuo12 ao~xh58 ao~yi57 ao~yie35 auo_~e15 auo_~eo7 auo_~g_12 auo_~h_33 auo_~ha_14 auo_~i28
auo_~k_8 auo_~o23 auo_~oa1 auo_~oe7 auo_~ouvw15 auo_~u1 auo_~uwo7 auo_~vw18 auo_~wv30 auo_~y_14
auo_~yi49 auo_~yi_1 b~b_1 b~bp1 b~bv1 b~d137 b~f138 b~fp43 b~fv62 b~g128 b~h_138 b~k137 b~kc137
b~l128 b~m126 b~n137 b~ouvw62 b~p20 b~pf53 b~r128 b~t140 b~uw71 b~uwo74 b~uwv_60 b~uyviw_53 b~v33
b~vw42 b~wv68 b~wv_53 b~wvuo66 b~zcs137 b_~bp1 bp~d127 bp~f50 bp~fg_62 bp~fp14 bp~ouvw54 bp~p1
bp~pf1 bp~uwv_52 bp~uyviw_57 bp~v33 bv~f35 bv~fT35 bv~fv8 bv~ouvw7 bv~ouw30 bv~p45 bv~uow26 bv~uw26
bv~uwo31 bv~uwv_17 bv~uyviw_9 bv~v1 bv~wv8 bv~wvuo35 c~cZ1 c~cs1 c~cz1 c~czJ1 c~czs1 c~kC42 c~kc13
c~kg116 c~kq112 c~n127 c~s47 c~sCc1 c~sCcJ13 c~sz24 c~t49 c~tc1 c~z27 c~zc13 c~zc_1 c~zcs13 cC~k62
cC~kg62 cC~kq63 cC~s48 cC~t69 cZ~cs10 cZ~czs1 cZ~gJxZ7 cZ~yie60 cZ~z34 cs~cz1 cs~czJ14 cs~czs1
cs~fT43 cs~kc18 cs~kxS47 cs~s23 cs~sCc11 cs~sCcJ18 cs~sS12 cs~s_11 cs~sz10 cs~sz_1 cs~t51 cs~t_57
cs~z34 cs~zc11 cs~zcJ1 cs~zcs1 cz~czJ1 cz~czs1 cz~gJxZ47 cz~kc7 cz~s29 cz~sz20 cz~sz_17 cz~z16
cz~zc7 cz~zcs7 czJ~czs1 czJ~gJxZ13 czJ~kc10 czJ~kg52 czJ~ly49 czJ~s27 czJ~sCcJ8 czJ~sz24 czJ~sz_9
czJ~yi_44 czJ~z1 czJ~zc1 czJ~zcs1 czs~dzD9 czs~gJxZ47 czs~kC42 czs~kc13 czs~s31 czs~sCc8 czs~sCcJ24
czs~s_10 czs~sz40 czs~sz_14 czs~t68 czs~tT42 czs~t_68 czs~z27 czs~zc10 czs~zc_1 czs~zcs1 d~d_1
d~dzD11 d~f137 d~fT61 d~k138 d~kc137 d~kq138 d~l140 d~m141 d~n137 d~p138 d~r122 d~sCcJ138 d~sz139
d~t61 d~tT55 d~t_27 d~tc49 d~zc126 d_~e_25 d_~g_13 d_~h_15 d_~sz_20 d_~t2 d_~uwv_8 dzD~sCcJ27
dzD~sz22 dzD~sz_10 dzD~t44 dzD~zcs7 e~e_1 e~eai1 e~eo1 e~eyi1 e~i13 e~i_31 e~iay29 e~ie1 e~iey1
e~iy12 e~ly39 e~o70 e~oa48 e~oe15 e~oeu20 e~ou53 e~ouvw47 e~ouw54 e~u31 e~ua38 e~uow47 e~uw56
e~uwo60 e~wv67 e~xh69 e~y37 e~yJZ33 e~yi14 e_~ea9 e_~eai17 e_~ei18 e_~eo8 e_~eyi11 e_~g_20 e_~h_14
e_~ha_1 e_~i16 e_~i_8 e_~iay6 e_~ie1 e_~iey26 e_~ly62 e_~o75 e_~oa32 e_~oe33 e_~oeu19 e_~ou52
e_~ouvw50 e_~s_14 e_~sz_10 e_~t_22 e_~u60 e_~uow43 e_~uw35 e_~uwv_11 e_~uyviw_15 e_~wv_24 e_~wvuo52
e_~y20 e_~yJZ14 e_~yJZ_16 e_~y_1 e_~yi7 e_~yi_1 e_~yie9 ea~i24 ea~o32 eai~ei1 eai~eo14 eai~eyi8
eai~i1 eai~iay7 eai~ie7 eai~iey29 eai~ly30 eai~o68 eai~oa22 eai~oe23 eai~oeu23 eai~ouw45 eai~r137
eai~u61 eai~ua18 eai~uow44 eai~uwo47 eai~y_16 eai~yi1 eai~yie7 ei~eo11 ei~eyi14 ei~h_70 ei~ha_27
ei~i1 ei~i_8 ei~iey1 ei~ly33 ei~o76 ei~oa36 ei~oe35 ei~oeu22 ei~ou57 ei~ouvw23 ei~ouw31 ei~u62
ei~uow51 ei~uw50 ei~uwo55 ei~wv69 ei~xh52 ei~y21 ei~yJZ22 ei~y_1 ei~yi1 ei~yi_8 eo~i31 eo~ie7
eo~iey8 eo~ly32 eo~o1 eo~oa21 eo~oe1 eo~ou7 eo~ouw1 eo~u11 eo~ua9 eo~uw4 eo~uwo11 eo~wv28 eo~yi6
eo~yie13 eyi~iey9 eyi~l67 eyi~ly7 eyi~n71 eyi~o49 eyi~oa33 eyi~oe16 eyi~u29 eyi~y7 eyi~y_1 eyi~yie1
f~fT1 f~fp1 f~fv1 f~k137 f~kc137 f~l138 f~lw49 f~n141 f~ouvw48 f~p11 f~pf1 f~r138 f~sz118 f~tT54
f~uw53 f~uwo55 f~uwv_36 f~uyviw_34 f~v14 f~wv_52 f~wvuo51 fT~fp1 fT~fv1 fT~ouvw43 fT~p32 fT~s55
fT~sCcJ49 fT~sS43 fT~sz46 fT~t38 fT~tT11 fT~uw47 fT~v42 fT~wv41 fT~wv_32 fT~wvuo37 fT~zcs50 fg_~g13
fg_~gJxZ9 fg_~ha_1 fg_~ouvw20 fg_~qkgG1 fg_~uw32 fp~fv1 fp~p21 fp~v34 fv~l131 fv~ouvw9 fv~ouw22
fv~p25 fv~uwo22 fv~uwv_19 fv~uyviw_15 fv~v1 fv~vw1 fv~wv12 fv~wv_10 g~gJ13 g~gJxZ1 g~g_1 g~gh1
g~h_51 g~ha_50 g~k61 g~kCqg8 g~kSxgz8 g~kc56 g~kg34 g~kq55 g~kx38 g~kxC50 g~kxS54 g~m139 g~pf143
g~r138 g~sCcJ68 g~x45 g~xh51 g~xk52 g~yJZ30 g~yJZ_46 g~zcs127 gJ~gJxZ1 gJ~gh1 gJ~h_34 gJ~kg14
gJ~kx31 gJ~ly43 gJ~qkgG12 gJ~sCcJ16 gJ~sz66 gJ~yie34 gJxZ~g_1 gJxZ~h37 gJxZ~h_27 gJxZ~ha_28
gJxZ~iey46 gJxZ~k77 gJxZ~kc59 gJxZ~kg36 gJxZ~kq51 gJxZ~kx20 gJxZ~kxS7 gJxZ~ly56 gJxZ~r128
gJxZ~sCcJ33 gJxZ~sS42 gJxZ~sz77 gJxZ~xh19 gJxZ~xk8 gJxZ~y49 gJxZ~yi56 gJxZ~yi_47 gJxZ~yie53 gJxZ~z50
gJxZ~zcs60 g_~gh1 g_~h_21 g_~k49 g_~sCcJ52 g_~sz_19 g_~t_8 g_~yi_16 gh~h15 gh~h_25 gh~ha_11 gh~k55
gh~kSxgz9 gh~kc48 gh~kg29 gh~kq53 gh~kx28 gh~kxS23 gh~o79 gh~qkgG8 gh~sCcJ53 gh~uw85 gh~x22 gh~xh14
gh~xk19 h~h_1 h~ha_1 h~iy64 h~k78 h~kSxgz21 h~kc62 h~kq56 h~kx24 h~kxC26 h~kxS27 h~wvuo68 h~x13
h~xk12 h~xkCS19 h_~ha_1 h_~k90 h_~kCqg64 h_~k_15 h_~kc85 h_~kg58 h_~kq64 h_~kx19 h_~kxC23 h_~n130
h_~s_10 h_~sz_26 h_~t_20 h_~uow_10 h_~uwv_7 h_~uyviw_15 h_~wv_11 h_~xh1 h_~xk5 h_~y_19 h_~yi_19
ha_~iay10 ha_~ie29 ha_~k_12 ha_~kg49 ha_~kxS23 ha_~o31 ha_~oa12 ha_~uwv_15 ha_~uyviw_11 ha_~wv_14
ha_~wvuo34 ha_~xh1 ha_~y_21 ha_~yi_17 ha_~yie16 i~i_1 i~iay1 i~ie10 i~iey1 i~iy11 i~l124 i~lw70
i~ly51 i~o91 i~oa70 i~oe54 i~oeu52 i~ou60 i~ouvw55 i~ouw57 i~p137 i~u46 i~ua47 i~uow67 i~uw52
i~uwo70 i~uyviw_15 i~wv71 i~wvuo63 i~xh86 i~y5 i~yJZ18 i~yJZ_3 i~y_2 i~yi1 i~yi_1 i~yie1 i_~yi8
i_~yie1 iay~ie1 iay~iey8 iay~l73 iay~ly33 iay~n79 iay~uyviw_1 iay~yie1 ie~ly18 ie~o42 ie~u21 ie~yi13
ie~yie1 iey~l73 iey~ly23 iey~n79 iey~o74 iey~oa33 iey~oe19 iey~oeu36 iey~ouvw42 iey~ouw43 iey~u56
iey~uow59 iey~uw46 iey~uwo55 iey~wvuo44 iey~y16 iey~yJZ13 iey~y_8 iey~yi1 iey~yi_1 iey~yie1 iy~l71
iy~ly19 iy~n79 iy~o46 iy~u29 iy~ua36 iy~yi_14 k~kC9 k~kCqg1 k~kS8 k~kSxgz9 k~k_11 k~kc1 k~kg1 k~kq1
k~kx9 k~kxC1 k~kxS13 k~l143 k~m140 k~n127 k~p137 k~qk1 k~qkgG1 k~r141 k~sCcJ62 k~sz137 k~t140 k~x47
k~xk9 k~xkC8 k~xkCS1 kC~kg1 kC~kq15 kC~kx1 kC~sz47 kCqg~kc19 kCqg~kg9 kCqg~qkgG1 kCqg~sCcJ9
kCqg~sz52 kCqg~sz_62 kCqg~xk20 kS~kc9 kS~kq7 kSxgz~sz9 kSxgz~zc1 k_~kc7 k_~kg7 k_~xk7 k_~yi_7 kc~kg1
kc~kq1 kc~kxC10 kc~kxS8 kc~l137 kc~m137 kc~qkgG1 kc~s30 kc~sCc1 kc~sCcJ19 kc~sS52 kc~sz68 kc~sz_48
kc~t101 kc~tT71 kc~t_69 kc~x48 kc~xh58 kc~xk24 kc~z53 kc~zc16 kc~zc_14 kc~zcs26 kg~kq1 kg~kxC9
kg~kxS19 kg~sCcJ38 kg~xh41 kg~xk20 kg~yJZ55 kq~kxS10 kq~qk1 kq~qkgG1 kq~s113 kq~sCc56 kq~sCcJ37
kq~xh52 kx~kxC1 kx~kxS12 kx~qk12 kx~xk1 kx~xkC1 kx~xkCS1 kxC~sS47 kxC~xh1 kxC~xk9 kxS~qkgG9 kxS~rZS7
kxS~s34 kxS~sCc47 kxS~sCcJ49 kxS~sz58 kxS~xh10 kxS~zc47 l~l_1 l~lw1 l~ly1 l~m142 l~n145 l~r101
l~sz124 l~uyviw_67 l~v138 l~wvuo131 l~y50 l~yJZ69 l~yi72 l~yi_88 l~yie56 l~z122 lw~ly12 lw~ouvw7
lw~uyviw_9 lw~v21 lw~wvuo1 lw~yi_68 ly~n101 ly~o71 ly~oe34 ly~oeu39 ly~r105 ly~sCcJ72 ly~u61
ly~uow57 ly~uwv_61 ly~uyviw_10 ly~yJZ18 ly~yi44 ly~yi_38 ly~yie22 m~n74 m~n_60 m~o130 m~ouvw128
m~p139 m~r142 m~sz142 m~v137 n~n_1 n~no_16 n~p138 n~r128 n~s125 n~t124 n~vw137 n~y71 n~yJZ79
n~yJZ_78 n~yi93 n~yi_94 n~yie70 n_~t_7 no_~o1 no_~ouvw1 no_~yi_7 o~o_7 o~oa1 o~oe1 o~oeu1 o~ou1
o~ouvw1 o~ouw1 o~u1 o~ua34 o~uow1 o~uow_1 o~uw19 o~uwo1 o~uyviw_25 o~vw28 o~w_27 o~wv43 o~wv_44
o~wvuo1 o~y_43 o~yi57 o~yi_68 o~yie61 o_~t_12 o_~uwo1 oa~oau1 oa~oeu8 oa~ou1 oa~ouvw1 oa~ouw7 oa~u31
oa~ua11 oa~uw20 oa~uwo12 oa~wv31 oa~wv_21 oa~wvuo1 oa~yi54 oa~yie41 oau~ouvw1 oau~wvuo13 oau~yi42
oe~ou1 oe~ouw9 oe~u12 oe~ua21 oe~uow1 oe~uwo16 oe~wvuo1 oe~yi_23 oe~yie20 oeu~ou7 oeu~ouvw1 oeu~ouw1
oeu~u1 oeu~uwo19 oeu~wv16 oeu~wv_5 oeu~wvuo1 oeu~yi41 oeu~yie22 ou~ouw12 ou~uow7 ou~uwo1 ou~vw16
ou~wv17 ou~wv_26 ou~wvuo1 ou~yi43 ouvw~u1 ouvw~ua1 ouvw~uow1 ouvw~uow_1 ouvw~uw1 ouvw~uwo1
ouvw~uwv_1 ouvw~uyviw_1 ouvw~v14 ouvw~vw9 ouvw~w_9 ouvw~wv1 ouvw~wv_1 ouvw~wvuo1 ouvw~xh78 ouvw~y_23
ouvw~yi53 ouvw~yi_52 ouw~u26 ouw~ua1 ouw~uow15 ouw~w_1 ouw~yi42 p~p_1 p~pf1 p~r141 p~v106 p~vw122
p_~pf1 pf~uow47 pf~uw49 pf~uwv_37 pf~uyviw_32 pf~v49 pf~vw36 pf~wv37 pf~wvuo41 qk~xk1 qkgG~xh32
qkgG~xk14 r~r_1 r~s128 r~sz143 r~t144 r~v139 r~zcs131 rZS~s47 rZS~sz49 r_~t_12 r_~y_7 r_~yi_7
s~sCcJ1 s~s_1 s~sz1 s~sz_1 s~t129 s~tT43 s~tcS34 s~z18 s~zc_15 s~zcs25 sCc~sz8 sCc~t75 sCc~z33
sCc~zc_7 sCc~zcs10 sCcJ~sS14 sCcJ~s_19 sCcJ~sz1 sCcJ~sz_1 sCcJ~t80 sCcJ~tc1 sCcJ~xk77 sCcJ~yJZ17
sCcJ~yJZ_7 sCcJ~y_44 sCcJ~yi57 sCcJ~yi_51 sCcJ~yie47 sCcJ~zc16 sCcJ~zcJ7 sCcJ~zc_1 sCcJ~zcs37 sS~s_7
sS~sz1 sS~xk67 sS~zc38 sS~zcs28 s_~sz1 s_~tT34 s_~wv_8 s_~y_11 s_~yi_11 s_~zcs9 sz~sz_1 sz~t118
sz~tT32 sz~tc50 sz~v137 sz~vw123 sz~yJZ57 sz~z10 sz~zDd16 sz~zc20 sz~zcs8 sz_~t_37 sz_~uwv_12
sz_~wv_9 sz_~yJZ49 sz_~y_1 sz_~yi_27 sz_~zc9 sz_~zcs8 t~t_1 t~tc1 t~v129 t~zcJ68 tT~t_1 tT~zcs43
t_~wv_15 t_~yJZ_13 t_~yi_24 t_~zcs68 tc~zcs15 u~uow1 u~uw1 u~uwo1 u~uwv_1 u~uyviw_1 u~vw37 u~w_8
u~wv19 u~wv_5 u~wvuo1 u~yJZ40 u~yi30 u~yi_44 u~yie23 ua~uow8 ua~uw1 ua~uwo1 ua~wvuo11 uow~uw1
uow~v28 uow~wv19 uow~wv_1 uow~yi60 uow~yi_48 uow~yie47 uow_~v22 uw~uwo1 uw~uwv_1 uw~vw1 uw~w_11
uw~wv1 uw~wv_1 uw~wvuo1 uw~yi34 uw~yi_48 uw~yie47 uwo~uwv_1 uwo~v32 uwo~vw8 uwo~wv12 uwo~wv_1
uwo~wvuo1 uwo~yJZ58 uwo~yi63 uwo~yi_49 uwo~yie51 uwv_~vw1 uwv_~wv17 uwv_~wv_1 uwv_~y_7 uwv_~yi_21
uwv_~yie43 uyviw_~vw1 uyviw_~wvuo1 uyviw_~y12 uyviw_~yi8 uyviw_~yi_13 uyviw_~yie8 v~vw1 v~wv1 v~wv_1
v~wvuo22 vw~w_15 vw~wv1 vw~wv_1 vw~wvuo18 vw~yi60 vw~yie71 w_~y_7 wv~wv_1 wv~wvuo1 wv~yi72 wv_~y_7
wv_~yi_23 wvuo~xh77 wvuo~y_43 wvuo~yi52 wvuo~yi_54 wvuo~yie45 x~xh1 x~xk1 xh~xk1 xh~xkCS1 xh~yie60
xh~zcs122 y~yJZ11 y~y_9 y~yi1 y~yi_1 yJZ~yi1 yJZ~yi_1 yJZ~yie13 yJZ~zc39 yJZ_~y_1 yJZ_~yi1 yJZ_~z40
yJZ_~zc21 y_~yi1 y_~yi_7 y_~yie1 yi~yi_1 yi~yie1 yi_~yie1 yie~zcJ34 z~zc10 z~zcJ1 z~zc_1 z~zcs1
zc~zcJ1 zc_~zcs7
"""

FITTED_LOSSES = """
zcs/1=135 C/0=112 C/1=106 C/2=111 CS/3=71 CSxk/1=117 CSxk/2=108 CSxk/3=110 Cc_/3=3 Gg/1=80 Gg/2=96
Gg_/0=33 Gg_/1=4 Gg_/2=20 Gg_/3=34 J/3=95 Jg/0=96 JgZ/1=94 JgZ/3=87 JyZx/0=107 JyZx/2=93 S/0=105
S/2=92 S/3=77 SC/2=107 SC/3=110 Ss/0=112 Ss/1=73 Ss/2=105 Ss/3=92 Tst/3=108 Ttzf/0=104 Ttzf/2=116
Ttzf/3=104 ZJ/3=91 Z_/1=19 _Gyw/2=15 _c/2=9 _d/0=3 _d/3=6 _kx/3=3 _t/0=3 _t/2=3 _t/3=3 _ua/3=3
a/0=54 a/1=80 a/2=35 a/3=26 a_/2=3 ae/0=60 ae/1=47 ae/2=47 ae/3=23 ae_/1=51 ae_/2=3 ae_/3=18
aeh_/1=36 aeiou_/0=15 aeiou_/1=5 aeiou_/2=3 aeiou_/3=6 aeo_/1=22 aeo_/2=7 aeo_/3=21 aeth_/1=39
ai/2=48 ai/3=36 aiy/1=51 ao/0=52 ao/3=65 auo_/0=19 auo_/2=9 auo_/3=16 b/0=126 b/1=107 b/2=104 b/3=91
bv/1=89 c/2=82 c/3=95 cs/1=88 cs/3=56 cz/3=88 czs/1=109 czs/3=95 d/0=86 d/1=73 d/2=78 d/3=80 d_/1=22
e/0=57 e/1=43 e/2=27 e/3=18 e_/1=3 e_/2=3 e_/3=3 eai/0=47 eai/3=61 ei/0=54 ei/3=91 eo/0=56 eo/3=49
eyi/0=31 eyi/3=7 f/0=118 f/1=109 f/2=115 fT/0=105 fg_/1=20 fg_/2=8 fv/1=92 fv/3=92 g/0=121 g/1=71
gJxZ/0=104 gJxZ/2=96 gJxZ/3=111 g_/0=35 g_/1=20 g_/2=4 gh/3=106 h/2=28 h/3=19 h_/0=40 h_/1=3 h_/2=4
h_/3=9 ha_/0=34 ha_/2=33 ha_/3=31 i/0=62 i/1=81 i/2=26 i/3=37 i_/3=15 iay/1=45 ie/0=13 iey/0=53
iey/1=59 iey/2=46 iey/3=33 iy/1=44 iy/2=36 iy/3=29 k/0=123 k/1=117 k/2=71 k/3=75 kCqg/1=89 kCqg/3=94
k_/0=4 k_/2=3 kc/0=119 kc/1=110 kc/2=103 kc/3=87 kg/0=89 kg/1=105 kg/3=103 kq/3=71 kx/3=96 kxC/0=106
kxC/2=104 kxS/2=86 l/0=83 l/2=68 l/3=84 l_/2=8 ly/2=93 m/0=113 m/1=111 m/2=115 m/3=106 n/0=107
n/1=83 n/2=71 n/3=78 no_/1=25 o/0=55 o/1=72 o/2=46 o/3=63 oa/0=55 oa/1=45 oa/2=51 oa/3=33 oau/3=46
oe/0=43 oe/1=57 oe/2=36 oe/3=28 oeu/0=44 oeu/3=54 ou/1=58 ou/2=49 ou/3=58 ouvw/0=53 ouvw/1=56
ouvw/2=35 ouvw/3=33 ouw/3=78 p/0=108 p/1=105 p/2=92 p/3=96 pf/3=80 r/1=72 r/3=90 r_/1=25 s/0=107
s/1=42 s/2=93 s/3=80 sCcJ/0=104 sCcJ/2=105 sCcJ/3=103 sS/1=86 s_/1=7 s_/3=3 sz/1=56 sz/2=72 sz_/1=22
sz_/3=16 t/1=64 t/2=74 t/3=87 tT/0=93 tT/1=106 tT/3=96 t_/0=23 t_/1=19 t_/2=17 u/0=70 u/1=59 u/2=22
u/3=23 ua/3=48 uow/0=43 uow/1=46 uow/3=60 uow_/2=21 uow_/3=19 uw/0=51 uw/1=55 uw/3=50 uwo/0=58
uwo/1=70 uwo/2=51 uwv_/1=3 uwv_/2=3 uyviw_/1=3 v/0=110 v/1=116 v/2=109 v/3=87 vw/1=96 w_/3=3 wv/0=77
wv/2=55 wv/3=57 wv_/1=29 wv_/2=21 wv_/3=15 wvuo/0=36 wvuo/1=53 wvuo/2=49 wvuo/3=40 x/1=93 x/3=93
xh/2=104 xh/3=71 xk/1=103 xkC/2=104 y/1=51 y/2=35 y/3=19 yJZ/1=17 yJZ/2=36 yJZ_/1=25 yJZ_/3=9
y_/0=26 y_/1=3 y_/2=8 y_/3=3 yi/0=29 yi/1=84 yi/2=23 yi/3=27 yi_/1=4 yi_/3=3 yie/0=39 yie/1=37
yie/2=33 yie/3=22 z/0=91 z/1=87 z/3=73 z_/3=3 zc_/3=25 zcs/0=104 zcs/1=85 zcs/2=106
"""

FITTED_LOSSES_UNWRITTEN = """
zcs/1=-74 C/2=89 C/3=94 CSxk/3=96 C_/3=15 Cc_/3=24 Gg_/0=22 Gg_/2=19 Gg_/3=22 S/0=84 S/1=95 S/2=106
S/3=95 Ttzf/2=91 Z_/1=15 Z_/3=18 _d/0=8 _d/2=9 _kx/1=6 _kx/3=3 _t/0=4 _t/2=3 _t/3=6 a/0=24 a/1=45
a/2=20 a_/1=18 a_/3=3 ae/1=15 ai/0=12 ai/2=14 ai/3=18 ao/0=23 ao/3=10 b/2=105 b/3=92 b_/1=22 c/2=97
cs/1=84 d/0=114 d/1=77 d/2=76 d/3=84 d_/1=23 d_/3=18 e/0=19 e/1=20 e/2=4 e/3=3 e_/1=3 e_/3=3
eai/0=24 eai/2=15 eai/3=3 ei/0=15 eo/0=22 eo/3=16 eyi/3=9 f/0=106 f/2=104 fg_/1=9 fg_/2=15 g/0=85
g/2=81 g/3=72 gJxZ/0=103 gJxZ/2=83 g_/1=40 g_/2=5 h/2=33 h/3=33 h_/0=31 h_/1=15 h_/2=5 i/0=33 i/1=48
i/2=23 i/3=18 iay/2=25 iey/1=29 iey/3=15 iy/1=22 iy/3=10 k/0=88 k/1=94 k/2=81 k/3=89 kCqg/1=75
k_/2=4 kc/0=89 kc/1=85 kc/2=110 kxS/2=80 l/0=50 l/1=86 l/2=35 l/3=103 l_/2=7 ly/2=83 m/0=86 m/1=94
m/2=103 n/0=103 n/1=72 n/2=61 n/3=96 n_/2=18 no_/1=17 o/0=46 o/1=45 o/2=26 o/3=26 oa/0=31 oa/1=34
oa/2=18 oa/3=27 oau/3=10 oe/0=15 oe/1=18 oe/3=12 oeu/3=12 ou/1=15 ou/3=15 ouw/0=23 ouw/2=14 ouw/3=28
p/0=109 p/2=78 p/3=77 p_/0=9 p_/3=15 r/1=76 r/2=65 r/3=85 r_/1=35 s/1=84 s/3=89 s_/1=6 s_/3=6
sz/1=51 sz/2=76 sz/3=92 sz_/1=23 sz_/3=16 t/0=107 t/1=71 t/2=61 t/3=81 t_/1=17 u/0=28 u/1=22 u/2=26
u/3=12 ua/3=16 uow/1=10 uw/0=22 uw/1=30 uw/2=21 uw/3=25 uwo/0=25 uwo/1=39 uwo/3=29 uwv_/1=21
uwv_/2=31 uyviw_/1=11 uyviw_/2=10 v/1=86 v/2=104 vw/2=103 vw/3=97 w_/3=5 wv/0=31 wv/3=53 wv_/0=4
wv_/2=18 wv_/3=3 xh/2=93 xh/3=97 yJZ/2=29 yJZ_/1=9 y_/0=29 y_/1=28 y_/3=7 yi/0=51 yi/1=34 yi/2=30
yi/3=36 yi_/1=40 yi_/2=20 z_/3=3 zc_/3=17 zcs/1=82 zcs/2=106
"""
